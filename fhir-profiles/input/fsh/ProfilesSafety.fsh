// Adverse events. Served: AdverseEventReport by create, read and update.

Invariant: rt-seriousness
Description: "seriousness and the criteria of seriousness agree."
Severity: #error
Expression: "seriousness.empty() or (seriousness.coding.where(code = 'Serious').exists() = extension('http://hl7.org/fhir/uv/ae-research-backport-ig/StructureDefinition/seriousness-criteria').where(extension('criterionPresent').value = true).exists())"

Invariant: rt-suspect
Description: "It points at the suspect administration, or before any at the enrolment."
Severity: #error
Expression: "suspectEntity.instance.reference.where(contains('Procedure/')).exists() or extension('https://regentrack.example/fhir/StructureDefinition/treatment-case').exists()"

Invariant: rt-aware
Description: "The time of awareness is told to the minute, with its offset: the reporting clock starts there."
Severity: #error
Expression: "toString().length() > 10"

Profile: AdverseEventReport
Parent: AdverseEvent
Id: adverse-event-report
Title: "Adverse event 이상반응"
Description: "Creating it reports the event; updating it follows up, or with closure-reason ends the follow-up."
* obeys rt-seriousness and rt-suspect
* actuality = #actual
* event 1..
* event.text ^short = "The term; a coding of MedDRA is welcome where the hospital holds its licence"
* date 1..
* date ^short = "Day of onset"
* detected 1..
* detected obeys rt-aware
* outcome 1..
* outcome from http://hl7.org/fhir/ValueSet/adverse-event-outcome (required)
* suspectEntity 1..
* suspectEntity.instance only Reference(Procedure)
* suspectEntity.causality 1..
* suspectEntity.causality.assessment 1..
* suspectEntity.causality.assessment from CausalityCodes (required)
* suspectEntity.causality.productRelatedness ^short = "Reason of the judgement"
* study only Reference(ResearchStudy)
* extension contains SeverityOrGrade named grade 1..1 and SeriousnessCriteria named criteria 0..* and ResolveDate named resolved 0..1 and TreatmentCaseOf named case 0..1 and PreparedFrom named preparedFrom 0..1 and IrbInformedOn named irbInformedOn 0..1 and LateReason named lateReason 0..1 and SeriousKnownAt named seriousKnownAt 0..1 and FollowUpNote named followUpNote 0..* and ClosureReason named closureReason 0..1 and SuspectProduct named suspectProduct 0..1
* extension[seriousKnownAt].valueDateTime obeys rt-aware
* extension[grade].valueCodeableConcept from AdverseEventGradeCodes (required)
* modifierExtension contains R5AdverseEventStatus named status 0..1

Profile: ExpeditedReport
Parent: Task
Id: expedited-report
Title: "Expedited report 신속 보고"
Description: "The clock of one report; its output is the document that was sent."
* insert KindOfTask(expedited-report)
* intent = #order
* focus 1..
* focus only Reference(AdverseEvent)
* owner 1..
* owner only Reference(Organization)
* restriction 1..
* restriction.period 1..
* restriction.period.end 1..
* output.value[x] only Reference(DocumentReference)
