// Around enrolment, consent and treatment.

Extension: EligibilityGroundOf
Id: eligibility-ground
Title: "Ground of eligibility 대상 질환 구분"
Description: "Why this subject may be treated."
* ^context[0].type = #element
* ^context[0].expression = "CarePlan"
* value[x] 1..1
* value[x] only code
* valueCode from EligibilityGroundCodes (required)

Extension: SelectionCriteriaMet
Id: selection-criteria-met
Title: "Selection criteria met 선정기준 충족"
Description: "Whether the plan's selection criteria were checked and met."
* ^context[0].type = #element
* ^context[0].expression = "CarePlan"
* value[x] 1..1
* value[x] only boolean

Extension: PlanVersion
Id: plan-version
Title: "Version of the plan in force 계획 판"
Description: "The version of the approved plan under which this happened. The server writes it."
* ^context[0].type = #element
* ^context[0].expression = "CarePlan"
* ^context[1].type = #element
* ^context[1].expression = "Procedure"
* value[x] 1..1
* value[x] only integer

Extension: ConsentFormVersion
Id: consent-form-version
Title: "Version of the consent form 동의서 판"
Description: "Version of the form that the plan contains."
* ^context[0].type = #element
* ^context[0].expression = "Consent"
* value[x] 1..1
* value[x] only string

Extension: ConsentSignerOf
Id: consent-signer
Title: "Who signed 동의자"
Description: "Who signed; the subject when absent."
* ^context[0].type = #element
* ^context[0].expression = "Consent"
* value[x] 1..1
* value[x] only code
* valueCode from ConsentSignerCodes (required)

Extension: ConsentItemExplained
Id: consent-item
Title: "Item explained 설명 항목"
Description: "One thing that was explained. The law asks for all of them."
* ^context[0].type = #element
* ^context[0].expression = "Consent"
* value[x] 1..1
* value[x] only code
* valueCode from ConsentItemCodes (required)

Extension: UsedProduct
Id: used-product
Title: "Product used 투여 제품"
Description: "The lot given, how much of it and by which route. R5 has only the reference (Procedure.used); a record of treatment needs the three together, per lot."
* ^context[0].type = #element
* ^context[0].expression = "Procedure"
* extension contains product 1..1 and quantity 1..1 and route 1..1
* extension[product].value[x] 1..1
* extension[product].value[x] only Reference(BiologicallyDerivedProduct)
* extension[quantity].value[x] 1..1
* extension[quantity].value[x] only Quantity
* extension[route].value[x] 1..1
* extension[route].value[x] only string

Extension: RecordDue
Id: record-due
Title: "Last day to record 기록 기한"
Description: "Last day on which this administration or enrolment could be recorded in time. The server writes it."
* ^context[0].type = #element
* ^context[0].expression = "Procedure"
* ^context[1].type = #element
* ^context[1].expression = "CarePlan"
* value[x] 1..1
* value[x] only date

Extension: DerivedFromLot
Id: derived-from-lot
Title: "Lot that a finished product was made from 원료 로트"
Description: "Keeps a finished product traceable to its raw cells."
* ^context[0].type = #element
* ^context[0].expression = "Medication"
* value[x] 1..1
* value[x] only Reference(BiologicallyDerivedProduct)
