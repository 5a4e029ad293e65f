// Search parameters that R4 lacks. What a server really answers to is in its CapabilityStatement.

RuleSet: Search(id, code, base, type, description)
* url = "https://regentrack.example/fhir/SearchParameter/{id}"
* version = "0.1.0"
* name = "{id}"
* status = #active
* date = "2026-11-23"
* description = "{description}"
* code = #{code}
* base = #{base}
* type = #{type}
* xpathUsage = #normal

Instance: lot-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-identifier, identifier, BiologicallyDerivedProduct, token, [[Donation number, supplier lot or another number of a lot]])
* expression = "BiologicallyDerivedProduct.identifier"

Instance: lot-category
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-category, category, BiologicallyDerivedProduct, token, [[Category]])
* expression = "BiologicallyDerivedProduct.productCategory"

Instance: lot-code
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-code, code, BiologicallyDerivedProduct, token, [[Product code]])
* expression = "BiologicallyDerivedProduct.productCode"

Instance: lot-status
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-status, status, BiologicallyDerivedProduct, token, [[available or unavailable]])
* expression = "BiologicallyDerivedProduct.status"

Instance: lot-parent
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-parent, parent, BiologicallyDerivedProduct, reference, [[What it was split or pooled from]])
* expression = "BiologicallyDerivedProduct.parent"
* target[0] = #BiologicallyDerivedProduct

Instance: lot-source
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-source, source, BiologicallyDerivedProduct, reference, [[Donor]])
* expression = "BiologicallyDerivedProduct.collection.source"
* target[0] = #Patient
* target[1] = #Organization

Instance: lot-collected
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-collected, collected, BiologicallyDerivedProduct, date, [[Time of collection]])
* expression = "BiologicallyDerivedProduct.collection.collected"

Instance: lot-release-state
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-release-state, release-state, BiologicallyDerivedProduct, token, [[State of the lot]])
* expression = "BiologicallyDerivedProduct.extension.where(url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.productStatus').value.ofType(Coding)"

Instance: lot-expiry
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-expiry, expiry, BiologicallyDerivedProduct, date, [[Expiration date]])
* expression = "BiologicallyDerivedProduct.extension.where(url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.expirationDate').value.ofType(dateTime)"

Instance: lot-manufacturer
InstanceOf: SearchParameter
Usage: #definition
* insert Search(lot-manufacturer, manufacturer, BiologicallyDerivedProduct, reference, [[Who made the cells]])
* expression = "BiologicallyDerivedProduct.extension.where(url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.processingFacility').value.ofType(Reference)"
* target[0] = #Organization

Instance: delivery-occurrence
InstanceOf: SearchParameter
Usage: #definition
* insert Search(delivery-occurrence, occurrence, SupplyDelivery, date, [[When it was delivered]])
* expression = "SupplyDelivery.occurrence"

Instance: delivery-destination
InstanceOf: SearchParameter
Usage: #definition
* insert Search(delivery-destination, destination, SupplyDelivery, reference, [[Where it went]])
* expression = "SupplyDelivery.destination"
* target[0] = #Location

Instance: delivery-product
InstanceOf: SearchParameter
Usage: #definition
* insert Search(delivery-product, product, SupplyDelivery, reference, [[Lot in the container]])
* expression = "SupplyDelivery.suppliedItem.item.ofType(Reference).extension.where(url = 'http://hl7.org/fhir/StructureDefinition/alternate-reference').value.ofType(Reference)"
* target[0] = #BiologicallyDerivedProduct

Instance: delivery-part-of
InstanceOf: SearchParameter
Usage: #definition
* insert Search(delivery-part-of, part-of, SupplyDelivery, reference, [[Consignment of a container]])
* expression = "SupplyDelivery.partOf"
* target[0] = #SupplyDelivery

Instance: delivery-based-on
InstanceOf: SearchParameter
Usage: #definition
* insert Search(delivery-based-on, based-on, SupplyDelivery, reference, [[Order]])
* expression = "SupplyDelivery.basedOn"
* target[0] = #SupplyRequest

Instance: delivery-receiver-organization
InstanceOf: SearchParameter
Usage: #definition
* insert Search(delivery-receiver-organization, receiver-organization, SupplyDelivery, reference, [[Receiving organization]])
* expression = "SupplyDelivery.extension.where(url = 'https://regentrack.example/fhir/StructureDefinition/receiving-organization').value.ofType(Reference)"
* target[0] = #Organization

Instance: procedure-used-product
InstanceOf: SearchParameter
Usage: #definition
* insert Search(procedure-used-product, used-product, Procedure, reference, [[Lot given]])
* expression = "Procedure.extension.where(url = 'https://regentrack.example/fhir/StructureDefinition/used-product').extension.where(url = 'product').value.ofType(Reference)"
* target[0] = #BiologicallyDerivedProduct

Instance: adverse-event-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert Search(adverse-event-identifier, identifier, AdverseEvent, token, [[Number of the report]])
* expression = "AdverseEvent.identifier"

Instance: adverse-event-suspect
InstanceOf: SearchParameter
Usage: #definition
* insert Search(adverse-event-suspect, suspect, AdverseEvent, reference, [[Suspect administration]])
* expression = "AdverseEvent.suspectEntity.instance"
* target[0] = #Procedure

Instance: adverse-event-product
InstanceOf: SearchParameter
Usage: #definition
* insert Search(adverse-event-product, product, AdverseEvent, reference, [[Suspect lot]])
* expression = "AdverseEvent.extension.where(url = 'https://regentrack.example/fhir/StructureDefinition/suspect-product').value.ofType(Reference)"
* target[0] = #BiologicallyDerivedProduct

Instance: adverse-event-recorded
InstanceOf: SearchParameter
Usage: #definition
* insert Search(adverse-event-recorded, recorded, AdverseEvent, date, [[Time of recording]])
* expression = "AdverseEvent.recordedDate"

Instance: task-due
InstanceOf: SearchParameter
Usage: #definition
* insert Search(task-due, due, Task, date, [[Last day]])
* expression = "Task.restriction.period.end"

Instance: study-endpoint
InstanceOf: SearchParameter
Usage: #definition
* insert Search(study-endpoint, endpoint, ResearchStudy, token, [[Rank of an endpoint]])
* expression = "ResearchStudy.objective.type"

Instance: care-plan-application
InstanceOf: SearchParameter
Usage: #definition
* insert Search(care-plan-application, application, CarePlan, reference, [[Approved application of an enrolment]])
* expression = "CarePlan.supportingInfo.where(resolve() is Task)"
* target[0] = #Task
