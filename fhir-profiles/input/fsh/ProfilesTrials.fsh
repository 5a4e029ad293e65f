// Clinical trials and their results. Served: ClinicalTrial, AnalysisSet and TrialResult in one transaction; ClinicalTrial is read back.

Invariant: rt-trial-number
Description: "One identifier is the trial's registry number: NCT, KCT or EU CT."
Severity: #error
Expression: "identifier.value.where(upper().matches('^(NCT[0-9]{8}|KCT[0-9]{7}|[0-9]{4}-5[0-9]{5}-[0-9]{2}-[0-9]{2})$')).exists()"

Profile: ClinicalTrial
Parent: ResearchStudy
Id: clinical-trial
Title: "Clinical trial 임상시험"
Description: "A commercial trial on whose results a treatment plan may rely."
* obeys rt-trial-number
* identifier 1..
* identifier.value 1..
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains registryNumber 0..1
* identifier[registryNumber] ^short = "NCT, KCT or EU CT number, as the server answers it"
* identifier[registryNumber].system 1..
* identifier[registryNumber].system = "https://regentrack.example/fhir/NamingSystem/trial-registry-number" (exactly)
* title 1.. MS
* phase MS
* phase from http://hl7.org/fhir/ValueSet/research-study-phase (extensible)
* enrollment only Reference(Group)
* enrollment ^short = "Only the groups named here count as enrolment: an analysis set may overlap another"

Profile: AnalysisSet
Parent: Group
Id: analysis-set
Title: "Analysis set 분석군"
Description: "A reporting group of a trial. It describes people and never lists them."
* type = #person
* actual = true
* name 1..
* quantity MS
* member 0..0

Invariant: rt-result-value
Description: "A result has a value or components."
Severity: #error
Expression: "value.exists() or component.exists()"

Profile: TrialResult
Parent: Observation
Id: trial-result
Title: "Trial result 임상시험 결과"
Description: "One figure of a trial: an endpoint of a group, a comparison of groups, a count of adverse events, or a step of participant flow. The digits are kept as sent."
* obeys rt-result-value
* category 1..
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "coding.system"
* category ^slicing.rules = #open
* category contains kind 1..1
* category[kind] from TrialResultKindCodes (required)
* category[kind].coding 1..1
* category[kind].coding.system 1..
* category[kind].coding.system = "https://regentrack.example/fhir/CodeSystem/trial-result" (exactly)
* category[kind].coding.code 1..
* code ^short = "What was measured; Observations of one title, rank and time frame are one measure"
* subject 1..
* subject only Reference(Group)
* focus ^short = "The study; and the groups that the subject's group is compared with"
* focus only Reference(ResearchStudy or Group)
* value[x] only Quantity or integer or string
* component.code from TrialResultPartCodes (extensible)
* component.value[x] 1..
* component.value[x] only Quantity or integer or string

Profile: TrialResultSummary
Parent: Composition
Id: trial-result-summary
Title: "Summary of trial results 임상시험 결과 요약"
Description: "The reading order of a trial's results: four sections that point at the figures."
* subject 1..
* subject only Reference(ResearchStudy)
* section 1..
* section ^slicing.discriminator.type = #pattern
* section ^slicing.discriminator.path = "code"
* section ^slicing.rules = #open
* section contains efficacy 1..1 and safety 1..1 and population 0..1 and conclusion 0..1
* section.code 1..
* section[efficacy].code = TrialSummarySection#efficacy
* section[efficacy].entry only Reference(Observation)
* section[safety].code = TrialSummarySection#safety
* section[safety].entry only Reference(Observation)
* section[population].code = TrialSummarySection#population
* section[population].entry only Reference(Group)
* section[conclusion].code = TrialSummarySection#conclusion
* section[conclusion].text 1..

Profile: TrialProtocol
Parent: PlanDefinition
Id: trial-protocol
Title: "Protocol of a trial 임상시험계획서"
Description: "What the trial did, in the steps that a treatment plan is compared with."
* identifier 1..
* title 1..
* type 1..
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* action 1..
* action.title 1..

Invariant: rt-visit-window
Description: "Every visit is offset from another and has a window."
Severity: #error
Expression: "relatedAction.exists(offset.exists()) or relatedAction.empty()"

Profile: FollowUpSchedule
Parent: PlanDefinition
Id: follow-up-schedule
Title: "Follow-up schedule 추적관찰 일정"
Description: "The visits after a treatment: each an action with its offset from the administration."
* title 1..
* type 1..
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* action 1..
* action obeys rt-visit-window
* action.id 1..
* action.title 1..
* action.relatedAction.relationship = #after-end
* action.relatedAction.offset[x] 1..
* action.relatedAction.offset[x] only Duration
