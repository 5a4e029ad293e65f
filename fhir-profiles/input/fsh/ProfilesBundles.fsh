// The transactions that a hospital sends. Each is one intention, taken or refused as a whole.

RuleSet: OneTransaction
* type = #transaction
* entry 1..500
* entry.fullUrl ^short = "urn:uuid, so that entries can point at each other"
* entry.resource 1..
* entry.request 1..

Invariant: rt-filing
Description: "A filing holds the application (POST Task), its cover, its answers, its product and its investigator."
Severity: #error
Expression: "entry.where(request.method = 'POST').resource.where($this is Task and code.coding.code = 'treatment-application').exists() and entry.resource.where($this is Composition).exists() and entry.resource.where($this is QuestionnaireResponse).exists() and entry.resource.where($this is BiologicallyDerivedProduct).exists() and entry.resource.where($this is Practitioner).exists()"

Profile: ApplicationBundle
Parent: Bundle
Id: application-bundle
Title: "Filing of a treatment plan 치료계획 제출"
Description: "Task, Composition, QuestionnaireResponse, BiologicallyDerivedProduct, Practitioner; and a DocumentReference with its Binary for each file."
* obeys rt-filing
* insert OneTransaction

Invariant: rt-answering
Description: "An answer holds the supplement request (PUT Task, completed) and its answers."
Severity: #error
Expression: "entry.where(request.method = 'PUT').resource.where($this is Task and status = 'completed' and code.coding.code = 'supplement-request').exists() and entry.resource.where($this is QuestionnaireResponse).exists()"

Profile: SupplementAnswerBundle
Parent: Bundle
Id: supplement-answer-bundle
Title: "Answer to a supplement request 보완 제출"
Description: "The request's Task, completed, and a QuestionnaireResponse; files as in a filing."
* obeys rt-answering
* insert OneTransaction

Invariant: rt-results
Description: "Results hold one study; every other entry is a Group or an Observation."
Severity: #error
Expression: "entry.resource.where($this is ResearchStudy).count() = 1 and entry.resource.all($this is ResearchStudy or $this is Group or $this is Observation)"

Profile: TrialResultsBundle
Parent: Bundle
Id: trial-results-bundle
Title: "Results of a trial 임상시험 결과 제출"
Description: "One ResearchStudy, its Groups, and an Observation for each figure."
* obeys rt-results
* insert OneTransaction

Invariant: rt-enrolling
Description: "An enrolment holds one CarePlan, at most one Consent and at most one Patient, and nothing else."
Severity: #error
Expression: "entry.resource.where($this is CarePlan).count() = 1 and entry.resource.where($this is Consent).count() <= 1 and entry.resource.where($this is Patient).count() <= 1 and entry.resource.all($this is CarePlan or $this is Consent or $this is Patient)"

Profile: EnrolmentBundle
Parent: Bundle
Id: enrolment-bundle
Title: "Enrolment of a subject 대상자 등록"
Description: "Patient, Consent and CarePlan of one subject."
* obeys rt-enrolling
* insert OneTransaction
