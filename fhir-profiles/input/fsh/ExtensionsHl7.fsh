// Extensions that HL7 publishes and no package at hand carries: R5 elements for R4 (hl7.fhir.uv.xver-r5.r4), the R4 back-port of adverse events in research, and one
// of the extensions pack. They keep HL7's own addresses. What stands here says only type and place, so that profiles and validators can work; HL7's text is the one that counts.

RuleSet: Hl7(url, context)
* ^url = "{url}"
* ^publisher = "HL7 (stand-in)"
* ^context.type = #element
* ^context.expression = "{context}"

Extension: R5ExpirationDate
Id: hl7-r5-bdp-expiration-date
Title: "R5: expiration date"
Description: "Stand-in for HL7's cross-version extension of BiologicallyDerivedProduct.expirationDate."
* insert Hl7(http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.expirationDate, BiologicallyDerivedProduct)
* value[x] 1..1
* value[x] only dateTime

Extension: R5ProductStatus
Id: hl7-r5-bdp-product-status
Title: "R5: product status"
Description: "Stand-in for HL7's cross-version extension of BiologicallyDerivedProduct.productStatus, which R4 has in two values only."
* insert Hl7(http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.productStatus, BiologicallyDerivedProduct)
* value[x] 1..1
* value[x] only Coding

Extension: R5ProcessingFacility
Id: hl7-r5-bdp-processing-facility
Title: "R5: processing facility"
Description: "Stand-in for HL7's cross-version extension of BiologicallyDerivedProduct.processingFacility: who made the cells."
* insert Hl7(http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.processingFacility, BiologicallyDerivedProduct)
* value[x] 1..1
* value[x] only Reference(Organization)

Extension: R5Division
Id: hl7-r5-bdp-division
Title: "R5: division"
Description: "Stand-in for HL7's cross-version extension of BiologicallyDerivedProduct.division: which part of a split product."
* insert Hl7(http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.division, BiologicallyDerivedProduct)
* value[x] 1..1
* value[x] only string

Extension: R5AdverseEventStatus
Id: hl7-r5-adverse-event-status
Title: "R5: status of an adverse event record"
Description: "Stand-in for HL7's cross-version extension of AdverseEvent.status."
* insert Hl7(http://hl7.org/fhir/5.0/StructureDefinition/extension-AdverseEvent.status, AdverseEvent)
* . ?! 
* . ^isModifierReason = "entered-in-error means that the record is not valid"
* value[x] 1..1
* value[x] only code

Extension: AlternateReference
Id: hl7-alternate-reference
Title: "Alternate reference"
Description: "Stand-in for HL7's extension: a reference to a type that R4 does not allow in this place."
* insert Hl7(http://hl7.org/fhir/StructureDefinition/alternate-reference, Reference)
* value[x] 1..1
* value[x] only Reference

Extension: SeverityOrGrade
Id: hl7-severity-or-grade
Title: "Severity or grade"
Description: "Stand-in for the back-port's extension."
* insert Hl7(http://hl7.org/fhir/uv/ae-research-backport-ig/StructureDefinition/severity-or-grade, AdverseEvent)
* value[x] 1..1
* value[x] only CodeableConcept

Extension: SeriousnessCriteria
Id: hl7-seriousness-criteria
Title: "Seriousness criteria"
Description: "Stand-in for the back-port's extension."
* insert Hl7(http://hl7.org/fhir/uv/ae-research-backport-ig/StructureDefinition/seriousness-criteria, AdverseEvent)
* extension contains criterionCode 1..1 and criterionPresent 1..1
* extension[criterionCode].value[x] 1..1
* extension[criterionCode].value[x] only CodeableConcept
* extension[criterionPresent].value[x] 1..1
* extension[criterionPresent].value[x] only boolean

Extension: ResolveDate
Id: hl7-resolve-date
Title: "Day on which the event ended"
Description: "Stand-in for the back-port's extension."
* insert Hl7(http://hl7.org/fhir/uv/ae-research-backport-ig/StructureDefinition/resolve-date, AdverseEvent)
* value[x] 1..1
* value[x] only dateTime
