// Documents, signatures, sandbox figures, access and notices.

Profile: CaseDocument
Parent: DocumentReference
Id: case-document
Title: "Document 문서"
Description: "A file with its hash: what a hospital sends, or what the server generated. relatesTo replaces says what it supersedes."
* type 1..
* type from DocumentTypeCodes (extensible)
* content.attachment.contentType 1..
* content.attachment.hash ^short = "SHA-1 as R4 asks; the server names files by their SHA-256"
* content.attachment obeys rt-attachment
* context.related ^short = "What it is about"

Invariant: rt-attachment
Description: "The attachment has its content, or says where it is."
Severity: #error
Expression: "data.exists() or url.exists()"

Profile: DecisionSignature
Parent: Provenance
Id: decision-signature
Title: "Signature of a decision 결정 서명"
Description: "Who signed what, when: a committee's decision, or the release of a lot."
* target only Reference(Task or DocumentReference or BiologicallyDerivedProduct)
* agent.who only Reference(Practitioner or PractitionerRole or Organization)
* signature 1..
* signature.targetFormat 1..
* signature.sigFormat 1..
* signature.data 1..

Profile: DocumentBundle
Parent: Bundle
Id: document-bundle
Title: "Structured twin of a document 문서 Bundle"
Description: "The data behind a generated PDF."
* type = #document
* identifier 1..
* identifier.system 1..
* identifier.value 1..
* timestamp 1..
* entry 1..

Profile: SandboxIndicators
Parent: MeasureReport
Id: sandbox-indicators
Title: "Sandbox indicators 실증 지표"
Description: "What an exemption's report counts, for a period and an operator."
* type = #summary
* measure = "https://regentrack.example/fhir/Measure/sandbox-indicators" (exactly)
* reporter 1..
* reporter only Reference(Organization)
* period.start 1..
* period.end 1..
* group 1..
* group.code 1..
* group.code from IndicatorCodes (required)
* group.population.count 1..

Profile: AccessRecord
Parent: AuditEvent
Id: access-record
Title: "Record of access 접속 기록"
Description: "Who touched which data. Never changed, never deleted."
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* action 1..
* outcome 1..
* agent.requestor 1..
* agent.who 1..
* entity.what ^short = "The subject by pseudonym, or the resource"

Profile: NoticeSubscription
Parent: Subscription
Id: notice-subscription
Title: "Subscription to notices 통지 구독"
Description: "Topic-based subscription of the R4 back-port: criteria is the topic's canonical URL."
* channel.type = #rest-hook
* channel.endpoint 1..
* channel.payload 1..
* channel.payload = #application/fhir+json
* end 1..
* obeys rt-topic

Invariant: rt-topic
Description: "criteria is the canonical URL of a topic of this guide."
Severity: #error
Expression: "criteria.startsWith('https://regentrack.example/fhir/SubscriptionTopic/')"

Profile: Notice
Parent: Communication
Id: notice
Title: "Notice 통지"
Description: "What a hospital is told, beside the Subscription."
* recipient 1..
* recipient only Reference(Organization)
* reasonCode 1..
* reasonCode from NoticeReasonCodes (required)
* about 1..
* sent 1..
* payload 1..
* payload.content[x] only string
