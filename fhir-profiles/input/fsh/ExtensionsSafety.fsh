// Around adverse events.

Extension: TreatmentCaseOf
Id: treatment-case
Title: "Enrolment 대상자 등록"
Description: "The CarePlan of the subject, for events before the first administration."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only Reference(CarePlan)

Extension: PreparedFrom
Id: prepared-from
Title: "First preparation 처치 시작일"
Description: "First day of preparation (collection, conditioning), for events before the first administration."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only date

Extension: IrbInformedOn
Id: irb-informed-on
Title: "Review board informed on 기관위원회 보고일"
Description: "Day on which the institutional review board was told."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only date

Extension: LateReason
Id: late-reason
Title: "Reason for a late report 지연 사유"
Description: "Required of a report after its term, and of a follow-up that tells late that the event is serious."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only string

Extension: SeriousKnownAt
Id: serious-known-at
Title: "Known to be serious since 중대성 인지 시각"
Description: "When an event that was reported as not serious was known to be. A follow-up that says so is owed without delay from then; without it, from the instant of the request."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only dateTime

Extension: FollowUpNote
Id: follow-up-note
Title: "Follow-up note 추적 경과"
Description: "One note a follow-up, the latest last."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only string

Extension: ClosureReason
Id: closure-reason
Title: "Reason for closing 종결 사유"
Description: "An update that carries it ends the follow-up."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only string

Extension: SuspectProduct
Id: suspect-product
Title: "Suspect lot 의심 로트"
Description: "The lot behind the suspect administration. The server finds it, so that a hospital need not."
* ^context[0].type = #element
* ^context[0].expression = "AdverseEvent"
* value[x] 1..1
* value[x] only Reference(BiologicallyDerivedProduct)
