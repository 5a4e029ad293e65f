// Raw cells: the lot, its way, its inspection and its release. Officers record them on their screens; hospitals read and trace.

Invariant: rt-lot-number
Description: "A lot carries a donation number or the supplier's lot number."
Severity: #error
Expression: "identifier.where(system = 'https://www.isbt128.org/uri/DonationIdentificationNumber' or system = 'https://regentrack.example/fhir/NamingSystem/supplier-lot').exists()"

Invariant: rt-din
Description: "A donation number has thirteen characters: one capital or digit, then digits; without flags and check character."
Severity: #error
Expression: "matches('^[A-Z0-9][0-9]{12}$')"

Invariant: rt-lot-available
Description: "Only a released lot is available."
Severity: #error
Expression: "status != 'available' or extension('http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.productStatus').value.code = 'released'"

Profile: RawCellLot
Parent: BiologicallyDerivedProduct
Id: raw-cell-lot
Title: "Lot of raw cells 원료세포 로트"
Description: "One donation's cells of one batch, from announcement to the decision. parent leads to what it was split or pooled from."
* obeys rt-lot-number and rt-lot-available
* productCategory 1..
* productCategory = #cells
* productCode ^short = "ISBT 128 product description code, named by its URI; no licensed table is shipped"
* identifier 1..
* identifier.system 1..
* identifier.value 1..
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains donation 0..1 and mpho 0..1 and supplierLot 0..1 and chainOfIdentity 0..1
* identifier[donation].system = $din (exactly)
* identifier[donation].value obeys rt-din
* identifier[mpho].system = $mpho (exactly)
* identifier[supplierLot].system = "https://regentrack.example/fhir/NamingSystem/supplier-lot" (exactly)
* identifier[chainOfIdentity].system = "https://regentrack.example/fhir/NamingSystem/chain-of-identity" (exactly)
* extension contains R5ExpirationDate named expirationDate 1..1 and R5ProductStatus named lotState 1..1 and R5ProcessingFacility named manufacturer 0..* and R5Division named division 0..1 and OriginCountry named originCountry 0..1 and ImportPermit named importPermit 0..1
* extension[lotState].valueCoding from LotStateCodes (required)
* extension[lotState].valueCoding.system 1..
* extension[lotState].valueCoding.code 1..
* quantity ^short = "Whole units, e.g. vials"
* parent only Reference(BiologicallyDerivedProduct)
* collection.source ^short = "The donor by pseudonym; never a name"
* storage.temperature 1..
* storage.scale 1..

Profile: FinishedProduct
Parent: Medication
Id: finished-product
Title: "Finished treatment product 완제품"
Description: "Only where a hospital must order or administer it as a medication; it names the lots that it was made from."
* code 1..
* batch 1..
* batch.lotNumber 1..
* batch.expirationDate 1..
* extension contains DerivedFromLot named lot 1..*

Profile: QcSample
Parent: Specimen
Id: qc-sample
Title: "Sample for quality control 품질검사 검체"
Description: "What was taken from a lot for testing. R4 does not let a lot be the subject of a Specimen: it is named by an alternate reference."
* type 1..
* subject 1..
* subject.extension contains AlternateReference named lot 1..1
* subject.extension[lot].valueReference only Reference(BiologicallyDerivedProduct)
* collection.collected[x] 1..

Profile: InspectionTask
Parent: Task
Id: inspection
Title: "Inspection of a lot 입고검사"
Description: "The checks of one lot on receipt; their findings are its outputs."
* insert KindOfTask(inspection)
* intent = #order
* focus 1..
* focus only Reference(BiologicallyDerivedProduct)
* owner only Reference(Organization)
* output.value[x] only Reference(Observation or DocumentReference)

Profile: InspectionResult
Parent: Observation
Id: inspection-result
Title: "Finding of an inspection 입고검사 결과"
Description: "One of the four checks."
* code from ReceiptCheckKindCodes (required)
* focus 1..
* focus only Reference(BiologicallyDerivedProduct)
* effective[x] 1..
* value[x] 1..
* value[x] only CodeableConcept
* valueCodeableConcept from CheckResultCodes (required)

Invariant: rt-release-decision
Description: "A completed release decision says what was decided."
Severity: #error
Expression: "status != 'completed' or output.value.coding.where(system = 'https://regentrack.example/fhir/CodeSystem/release-decision').exists()"

Profile: ReleaseDecision
Parent: Task
Id: release-decision
Title: "Release decision 출고 판정"
Description: "Released, on hold or rejected, and why. The signature of the qualified person is a DecisionSignature."
* obeys rt-release-decision
* insert KindOfTask(release-decision)
* intent = #order
* focus 1..
* focus only Reference(BiologicallyDerivedProduct)
* output.value[x] only CodeableConcept or string
* output.valueCodeableConcept from ReleaseVerdictCodes (required)
