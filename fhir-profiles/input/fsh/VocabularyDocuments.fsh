CodeSystem: DocumentType
Id: document-type
Title: "Kind of document 문서 종류"
Description: "Documents of a case."
* ^caseSensitive = true
* ^experimental = false
* #treatment-plan-application "Application form"
* #treatment-plan-application ^designation[0].language = #ko
* #treatment-plan-application ^designation[0].value = "치료계획 심의신청서"
* #result-notice "Notice of the result"
* #result-notice ^designation[0].language = #ko
* #result-notice ^designation[0].value = "심의결과 통지서"
* #consent-form "Consent form"
* #consent-form ^designation[0].language = #ko
* #consent-form ^designation[0].value = "동의서"
* #trial-report "Trial report"
* #trial-report ^designation[0].language = #ko
* #trial-report ^designation[0].value = "임상시험 결과보고서"
* #certificate-of-analysis "Certificate of analysis"
* #certificate-of-analysis ^designation[0].language = #ko
* #certificate-of-analysis ^designation[0].value = "시험성적서"
* #temperature-log "Logger file"
* #temperature-log ^designation[0].language = #ko
* #temperature-log ^designation[0].value = "온도기록 원본"
* #adverse-event-report "Adverse event report"
* #adverse-event-report ^designation[0].language = #ko
* #adverse-event-report ^designation[0].value = "이상반응 보고서"
* #sandbox-report "Sandbox report"
* #sandbox-report ^designation[0].language = #ko
* #sandbox-report ^designation[0].value = "실증특례 운영보고서"

ValueSet: DocumentTypeCodes
Id: document-type
Title: "Kind of document 문서 종류"
Description: "Documents of a case."
* ^experimental = false
* include codes from system DocumentType


CodeSystem: Indicator
Id: indicator
Title: "Sandbox indicator 실증 지표"
Description: "What the sandbox is judged by."
* ^caseSensitive = true
* ^experimental = false
* #subjects-treated "Subjects treated"
* #subjects-treated ^designation[0].language = #ko
* #subjects-treated ^designation[0].value = "치료받은 대상자 수"
* #serious-events "Serious adverse events"
* #serious-events ^designation[0].language = #ko
* #serious-events ^designation[0].value = "중대한 이상반응 수"
* #lots-imported "Lots imported"
* #lots-imported ^designation[0].language = #ko
* #lots-imported ^designation[0].value = "수입 로트 수"
* #lots-rejected "Lots rejected"
* #lots-rejected ^designation[0].language = #ko
* #lots-rejected ^designation[0].value = "부적합 로트 수"
* #reports-in-time "Safety reports in time"
* #reports-in-time ^designation[0].language = #ko
* #reports-in-time ^designation[0].value = "기한 내 안전성 보고"

ValueSet: IndicatorCodes
Id: indicator
Title: "Sandbox indicator 실증 지표"
Description: "What the sandbox is judged by."
* ^experimental = false
* include codes from system Indicator


CodeSystem: NoticeReason
Id: notice-reason
Title: "Reason of a notice 통지 사유"
Description: "Why a hospital is told."
* ^caseSensitive = true
* ^experimental = false
* #application-stage "An application changed its stage"
* #application-stage ^designation[0].language = #ko
* #application-stage ^designation[0].value = "신청 단계 변경"
* #supplement-request "A supplement is asked for"
* #supplement-request ^designation[0].language = #ko
* #supplement-request ^designation[0].value = "보완 요청"
* #lot-state "A lot changed its state"
* #lot-state ^designation[0].language = #ko
* #lot-state ^designation[0].value = "로트 상태 변경"
* #deadline "A deadline draws near"
* #deadline ^designation[0].language = #ko
* #deadline ^designation[0].value = "기한 임박"

ValueSet: NoticeReasonCodes
Id: notice-reason
Title: "Reason of a notice 통지 사유"
Description: "Why a hospital is told."
* ^experimental = false
* include codes from system NoticeReason


CodeSystem: IssueCode
Id: issue
Title: "Codes of what is wrong 오류 코드"
Description: "OperationOutcome.issue.details. A code is stable once it was answered; each comes with Korean and English text. The list grows with the server and is not enumerated here."
* ^experimental = false
* ^caseSensitive = true
* ^content = #not-present

CodeSystem: RuleId
Id: rule
Title: "Rules of law 법령 규칙"
Description: "Second coding of OperationOutcome.issue.details when a rule of law stands behind a refusal; diagnostics names the article."
* ^experimental = false
* ^caseSensitive = true
* ^content = #not-present
