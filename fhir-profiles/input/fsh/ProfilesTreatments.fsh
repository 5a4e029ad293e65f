// Subjects of a treatment. Served: TreatmentSubject, TreatmentConsent and Enrolment in one transaction; Treatment by create; all of them by read.

Profile: Enrolment
Parent: CarePlan
Id: enrolment
Title: "Enrolment 대상자 등록"
Description: "One subject in one approved plan: everything that happens to the subject is based on it."
* intent = #plan
* period 1..
* period.start 1..
* period.start ^short = "Day of enrolment"
* supportingInfo 1..
* supportingInfo ^short = "The approved application (Task)"
* supportingInfo only Reference(Task or Consent)
* supportingInfo obeys rt-local-task
* instantiatesCanonical ^short = "Follow-up schedule"
* extension contains EligibilityGroundOf named eligibilityGround 1..1 and SelectionCriteriaMet named selectionCriteriaMet 1..1 and PlanVersion named planVersion 0..1 and RecordDue named recordDue 0..1

Invariant: rt-local-task
Description: "It points at a Task or Consent by reference."
Severity: #error
Expression: "reference.exists()"

Invariant: rt-consent-items
Description: "An active consent explains every item."
Severity: #error
Expression: "status != 'active' or extension.where(url = 'https://regentrack.example/fhir/StructureDefinition/consent-item').value.distinct().count() = 15"

Invariant: rt-consent-withdrawn
Description: "A withdrawn consent says when."
Severity: #error
Expression: "status != 'inactive' or provision.period.end.exists()"

Profile: TreatmentConsent
Parent: Consent
Id: treatment-consent
Title: "Consent 치료 동의"
Description: "The subject's consent. Updating it to inactive, with provision.period.end, withdraws it."
* obeys rt-consent-items and rt-consent-withdrawn
* source[x] only Attachment or Reference(DocumentReference)
* extension contains ConsentFormVersion named formVersion 0..1 and ConsentSignerOf named signer 0..1 and ConsentItemExplained named item 0..*

Profile: Treatment
Parent: Procedure
Id: treatment
Title: "Treatment 투여"
Description: "One administration of one lot. The hospital sends it on the day; record-due and plan-version are the server's."
* status = #completed
* basedOn 1..
* basedOn only Reference(CarePlan)
* code 1..
* code ^short = "KR Core asks for system and code where there is a coding"
* performed[x] 1..
* performed[x] only dateTime or Period
* performed[x] obeys rt-to-the-minute
* extension contains UsedProduct named usedProduct 1..1 and PlanVersion named planVersion 0..1 and RecordDue named recordDue 0..1

Invariant: rt-to-the-minute
Description: "The time of administration is told to the minute, with its offset."
Severity: #error
Expression: "(($this is dateTime) and $this.toString().length() > 10) or (($this is Period) and start.toString().length() > 10)"

Profile: TrialSubject
Parent: ResearchSubject
Id: trial-subject
Title: "Subject of a trial 임상시험 대상자"
Description: "Treated patients are not research subjects; this is for the trial itself."
* study 1..
* individual 1..
* identifier 1..
* identifier.system 1..
* identifier.value 1..
* consent only Reference(Consent)

Profile: FollowUpVisit
Parent: Task
Id: follow-up-visit
Title: "Follow-up visit 추적관찰 방문"
Description: "One visit of the schedule: what is overdue at a hospital is one Task search."
* insert KindOfTask(follow-up-visit)
* intent = #order
* for 1..
* for only Reference(Patient)
* owner 1..
* owner only Reference(Organization)
* basedOn only Reference(CarePlan)
* basedOn 1..
* restriction 1..
* restriction.period 1..
* restriction.period.start 1..
* restriction.period.end 1..
* output.value[x] only Reference(QuestionnaireResponse or Observation)

Profile: FollowUpAnswers
Parent: QuestionnaireResponse
Id: follow-up-answers
Title: "Answers of a follow-up visit 추적관찰 기록"
Description: "What was found at a visit."
* questionnaire 1..
* basedOn 1..
* basedOn only Reference(CarePlan)
* subject 1..
* subject only Reference(Patient)
* authored 1..
* item 1..
