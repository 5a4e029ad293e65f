// The way of the cells: order, consignment, containers, hand-overs, temperature.

Profile: ShipmentOrder
Parent: SupplyRequest
Id: shipment-order
Title: "Order of cells 원료세포 주문"
Description: "Optional: what a hospital or facility asks a foreign site for."
* identifier 1..
* item[x] only CodeableConcept
* quantity.value 1..
* supplier 1..
* supplier only Reference(Organization)

Profile: Shipment
Parent: SupplyDelivery
Id: shipment
Title: "Consignment 운송"
Description: "One consignment. Its containers are deliveries of their own that are part of it."
* identifier 1..
* identifier.system 1..
* identifier.value 1..
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains sscc 0..1 and airWaybill 0..1 and preClearance 0..1
* identifier[sscc].system = $sscc (exactly)
* identifier[sscc].value obeys rt-sscc
* identifier[airWaybill].system = "https://regentrack.example/fhir/NamingSystem/air-waybill" (exactly)
* identifier[airWaybill].value obeys rt-air-waybill
* identifier[preClearance].system = "https://regentrack.example/fhir/NamingSystem/pre-clearance" (exactly)
* status 1..
* partOf 0..0
* suppliedItem 0..0
* supplier 1..
* supplier only Reference(Organization)
* occurrence[x] only Period or dateTime
* extension contains ReceivingOrganization named receiver 1..1

Invariant: rt-sscc
Description: "A serial shipping container code has eighteen digits."
Severity: #error
Expression: "matches('^[0-9]{18}$')"

Invariant: rt-air-waybill
Description: "An air waybill has a prefix of three digits and a serial number of eight."
Severity: #error
Expression: "matches('^[0-9]{3}-?[0-9]{8}$')"

Profile: ShipmentContainer
Parent: SupplyDelivery
Id: shipment-container
Title: "Lot in its container 용기별 로트"
Description: "One lot in one container of a consignment. R4 does not let a delivery supply a biologically derived product: it is named by an alternate reference."
* status 1..
* partOf 1..1
* partOf only Reference(SupplyDelivery)
* suppliedItem 1..
* suppliedItem.quantity 1..
* suppliedItem.item[x] 1..
* suppliedItem.item[x] only Reference(Medication or Substance or Device)
* suppliedItem.itemReference.extension contains AlternateReference named lot 1..1
* suppliedItem.itemReference.extension[lot].valueReference only Reference(BiologicallyDerivedProduct)
* extension contains TransportContainer named container 1..1

Profile: CustodyEvent
Parent: Provenance
Id: custody-event
Title: "Hand-over 인수인계"
Description: "One step of the chain of custody: who gave what to whom, when and where. Never changed."
* target only Reference(SupplyDelivery or BiologicallyDerivedProduct)
* occurred[x] 1..
* occurred[x] only dateTime
* activity 1..
* activity from CustodyStepCodes (required)
* location ^short = "Place"
* agent.type 1..
* agent.who only Reference(Organization or Practitioner or PractitionerRole)

Profile: TemperatureLogger
Parent: Device
Id: temperature-logger
Title: "Temperature logger 온도기록계"
Description: "The device that travelled with the cells."
* serialNumber 1..
* type 1..
* expirationDate ^short = "Calibration valid until"

Profile: TransportTemperature
Parent: Observation
Id: transport-temperature
Title: "Transport temperature 운송 온도"
Description: "One segment of a log, resampled to a fixed period; gaps are E. The raw file is kept as evidence."
* code 1..
* code = ReceiptCheckKind#temperature
* focus 1..
* focus only Reference(SupplyDelivery or BiologicallyDerivedProduct)
* device 1..
* device only Reference(Device)
* effective[x] 1..
* effective[x] only Period
* effectivePeriod.start 1..
* effectivePeriod.end 1..
* value[x] 1..
* value[x] only SampledData
* valueSampledData.data 1..
* valueSampledData.lowerLimit ^short = "Limits of the product's transport specification"
* valueSampledData.dimensions = 1
* interpretation ..1
* derivedFrom only Reference(DocumentReference)

Profile: TemperatureExcursion
Parent: DetectedIssue
Id: temperature-excursion
Title: "Temperature excursion 온도 이탈"
Description: "An excursion and the lots that it touches."
* identified[x] 1..
* code 1..
* code from TemperatureOutcomeCodes (required)
* implicated 1..
* implicated only Reference(BiologicallyDerivedProduct)
* evidence 1..
* evidence.detail only Reference(Observation or DocumentReference)
* evidence.detail 1..
