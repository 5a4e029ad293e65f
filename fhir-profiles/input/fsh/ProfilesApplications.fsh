// A treatment plan from its filing to the decision. Served: all of it.

RuleSet: KindOfTask(code)
* code 1..
* code = TaskKind#{code}

Invariant: rt-application-risk
Description: "An application that a hospital files says its self-assessed risk class."
Severity: #error
Expression: "businessStatus.exists() or input.where(type.coding.code = 'self-assessed-risk').exists()"

Invariant: rt-application-decision
Description: "A completed application carries its decision."
Severity: #error
Expression: "status != 'completed' or output.where(type.coding.code = 'decision').exists()"

Profile: TreatmentApplication
Parent: Task
Id: treatment-application
Title: "Application to treat 치료계획 심의 신청"
Description: "Files a treatment plan, and afterwards says where it stands: stage, due day, risk class, evidence, decision."
* obeys rt-application-risk and rt-application-decision
* insert KindOfTask(treatment-application)
* intent = #order
* groupIdentifier ^short = "Receipt number, once received"
* businessStatus from ApplicationStageCodes (required)
* description 1..
* description ^short = "Purpose: the disease treated"
* focus 1..
* focus only Reference(Composition or QuestionnaireResponse)
* focus ^short = "The plan's cover when filed; the answers to its items when read"
* requester only Reference(Organization)
* restriction.period.end ^short = "Day on which the review must be finished"
* input ^slicing.discriminator.type = #pattern
* input ^slicing.discriminator.path = "type"
* input ^slicing.rules = #open
* input contains expectedSubjects 0..1 and selfAssessedRisk 0..1 and clinicalTrial 0..1 and exemption 0..1 and researchInstitution 0..1 and researchFinalResult 0..1 and previousApplication 0..1
* input[expectedSubjects].type = ApplicationInput#expected-subjects
* input[expectedSubjects].value[x] only integer
* input[selfAssessedRisk].type = ApplicationInput#self-assessed-risk
* input[selfAssessedRisk].value[x] only code
* input[selfAssessedRisk].valueCode from RiskClassCodes (required)
* input[clinicalTrial].type = ApplicationInput#clinical-trial
* input[clinicalTrial].value[x] only Reference(ResearchStudy)
* input[exemption].type = ApplicationInput#exemption
* input[exemption].value[x] only string
* input[researchInstitution].type = ApplicationInput#research-institution
* input[researchInstitution].value[x] only string
* input[researchFinalResult].type = ApplicationInput#research-final-result
* input[researchFinalResult].value[x] only string
* input[previousApplication].type = ApplicationInput#previous-application
* input[previousApplication].value[x] only Reference(Task)
* output ^slicing.discriminator.type = #pattern
* output ^slicing.discriminator.path = "type"
* output ^slicing.rules = #open
* output contains riskClass 0..1 and evidenceGate 0..1 and decision 0..1 and reasons 0..1 and validity 0..1 and registerBy 0..1
* output[riskClass].type = ApplicationOutput#risk-class
* output[riskClass].value[x] only CodeableConcept
* output[riskClass].valueCodeableConcept from RiskClassCodes (required)
* output[evidenceGate].type = ApplicationOutput#evidence-gate
* output[evidenceGate].value[x] only CodeableConcept
* output[evidenceGate].valueCodeableConcept from EvidenceGateCodes (required)
* output[decision].type = ApplicationOutput#decision
* output[decision].value[x] only CodeableConcept
* output[decision].valueCodeableConcept from ApplicationDecisionCodes (required)
* output[reasons].type = ApplicationOutput#reasons
* output[reasons].value[x] only string
* output[validity].type = ApplicationOutput#validity
* output[validity].value[x] only Period
* output[registerBy].type = ApplicationOutput#register-by
* output[registerBy].value[x] only date

Profile: PlanCover
Parent: Composition
Id: plan-cover
Title: "Cover of a treatment plan 치료계획 표지"
Description: "Title and period of the plan."
* title 1..
* event 1..1
* event.period 1..
* event.period.start 1..
* event.period.end 1..
* event.period ^short = "First and last day on which the treatment is to be provided"
* author only Reference(Practitioner or PractitionerRole)

Invariant: rt-plan-items
Description: "All fifteen items of the decree are answered."
Severity: #error
Expression: "item.where(linkId in ('1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15')).linkId.distinct().count() = 15"

Profile: PlanAnswers
Parent: QuestionnaireResponse
Id: plan-answers
Title: "Answers to the fifteen items 치료계획 15개 항목"
Description: "What the plan says, item by item. Text in valueString; files as valueAttachment, or as valueReference to a DocumentReference of the same Bundle. Item 5 names people: the server keeps it in the identity vault and never shows it."
* obeys rt-plan-items
* questionnaire 1..
* questionnaire = "https://regentrack.example/fhir/Questionnaire/treatment-plan" (exactly)
* item 15..
* item.linkId 1..
* item.answer.value[x] only string or Attachment or Reference(DocumentReference)

Profile: SupplementRequest
Parent: Task
Id: supplement-request
Title: "Supplement request 보완 요청"
Description: "The server asks for more; the hospital answers with the same Task completed, and SupplementAnswers."
* obeys rt-supplement-due
* insert KindOfTask(supplement-request)
* intent = #order
* status from SupplementStatusCodes (required)
* partOf only Reference(Task)
* owner only Reference(Organization)
* restriction.period.end ^short = "Last day to answer"
* input ^slicing.discriminator.type = #pattern
* input ^slicing.discriminator.path = "type"
* input ^slicing.rules = #open
* input contains asked 0..*
* input[asked].id 1..
* input[asked].id ^short = "The linkId of the answer"
* input[asked].type = ApplicationInput#supplement-item
* input[asked].value[x] only string
* input[asked].extension contains PlanItemAsked named planItem 1..1

Invariant: rt-supplement-due
Description: "An open supplement says by when and what."
Severity: #error
Expression: "status != 'requested' or (restriction.period.end.exists() and input.exists())"

ValueSet: SupplementStatusCodes
Id: supplement-status
Title: "Status of a supplement request 보완 상태"
Description: "Open, or answered."
* ^experimental = false
* http://hl7.org/fhir/task-status#requested
* http://hl7.org/fhir/task-status#completed

Profile: SupplementAnswers
Parent: QuestionnaireResponse
Id: supplement-answers
Title: "Answers to a supplement request 보완 답변"
Description: "One item for each thing asked for; linkId is the id of the request's input."
* status = #completed
* item 1..
* item.answer 1..
* item.answer.value[x] only string or Attachment or Reference(DocumentReference)

Profile: TreatmentProduct
Parent: BiologicallyDerivedProduct
Id: treatment-product
Title: "Product that a plan administers 치료 제품"
Description: "What is given, not a lot of it. The risk class is computed from its components."
* productCategory = #cells
* productCode 1..
* productCode.text 1..
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains product 0..1
* identifier[product].system 1..
* identifier[product].system = "https://regentrack.example/fhir/NamingSystem/product" (exactly)
* identifier[product].value 1..
* extension contains ProductComponent named component 1..* and ProductVersion named version 0..1 and ProductModalityOf named modality 0..1 and ProductProfile named profile 0..*
