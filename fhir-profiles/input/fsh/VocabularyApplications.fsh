CodeSystem: TaskKind
Id: task-code
Title: "Kind of task 업무 종류"
Description: "What a Task of this guide asks for."
* ^caseSensitive = true
* ^experimental = false
* #treatment-application "Application to treat"
* #treatment-application ^designation[0].language = #ko
* #treatment-application ^designation[0].value = "치료계획 심의 신청"
* #supplement-request "Request for a supplement"
* #supplement-request ^designation[0].language = #ko
* #supplement-request ^designation[0].value = "보완 요청"
* #inspection "Inspection of a lot"
* #inspection ^designation[0].language = #ko
* #inspection ^designation[0].value = "로트 검사"
* #release-decision "Release decision on a lot"
* #release-decision ^designation[0].language = #ko
* #release-decision ^designation[0].value = "로트 출고 판정"
* #expedited-report "Expedited safety report"
* #expedited-report ^designation[0].language = #ko
* #expedited-report ^designation[0].value = "신속 이상반응 보고"
* #follow-up-visit "Follow-up visit"
* #follow-up-visit ^designation[0].language = #ko
* #follow-up-visit ^designation[0].value = "추적관찰 방문"

ValueSet: TaskKindCodes
Id: task-code
Title: "Kind of task 업무 종류"
Description: "What a Task of this guide asks for."
* ^experimental = false
* include codes from system TaskKind


CodeSystem: ApplicationStage
Id: application-stage
Title: "Stage of an application 신청 단계"
Description: "Where an application stands: Task.businessStatus."
* ^caseSensitive = true
* ^experimental = false
* #submitted "Awaiting receipt"
* #submitted ^designation[0].language = #ko
* #submitted ^designation[0].value = "접수 대기"
* #intake-supplement "Supplement before receipt"
* #intake-supplement ^designation[0].language = #ko
* #intake-supplement ^designation[0].value = "접수 전 보완"
* #received "Received"
* #received ^designation[0].language = #ko
* #received ^designation[0].value = "접수"
* #expert-review "Expert review"
* #expert-review ^designation[0].language = #ko
* #expert-review ^designation[0].value = "전문위원 검토"
* #review-supplement "Supplement"
* #review-supplement ^designation[0].language = #ko
* #review-supplement ^designation[0].value = "보완"
* #deliberation "Deliberation"
* #deliberation ^designation[0].language = #ko
* #deliberation ^designation[0].value = "심의"
* #suitable "Suitable"
* #suitable ^designation[0].language = #ko
* #suitable ^designation[0].value = "적합"
* #unsuitable "Unsuitable"
* #unsuitable ^designation[0].language = #ko
* #unsuitable ^designation[0].value = "부적합"
* #returned "Returned"
* #returned ^designation[0].language = #ko
* #returned ^designation[0].value = "반려"

ValueSet: ApplicationStageCodes
Id: application-stage
Title: "Stage of an application 신청 단계"
Description: "Where an application stands: Task.businessStatus."
* ^experimental = false
* include codes from system ApplicationStage


CodeSystem: ApplicationInput
Id: application-input
Title: "Inputs of an application 신청 입력"
Description: "Types of Task.input."
* ^caseSensitive = true
* ^experimental = false
* #expected-subjects "Expected number of subjects"
* #expected-subjects ^designation[0].language = #ko
* #expected-subjects ^designation[0].value = "예상 대상자 수"
* #self-assessed-risk "Self-assessed risk class"
* #self-assessed-risk ^designation[0].language = #ko
* #self-assessed-risk ^designation[0].value = "자체평가 위험도"
* #clinical-trial "Completed commercial trial relied on"
* #clinical-trial ^designation[0].language = #ko
* #clinical-trial ^designation[0].value = "근거로 삼는 완료된 임상시험"
* #exemption "Sandbox exemption relied on"
* #exemption ^designation[0].language = #ko
* #exemption ^designation[0].value = "근거로 삼는 규제특례"
* #research-institution "Institution of the completed research"
* #research-institution ^designation[0].language = #ko
* #research-institution ^designation[0].value = "완료된 임상연구의 기관"
* #research-final-result "Final result number of the completed research"
* #research-final-result ^designation[0].language = #ko
* #research-final-result ^designation[0].value = "완료된 임상연구의 최종결과 번호"
* #previous-application "Earlier application that this one replaces"
* #previous-application ^designation[0].language = #ko
* #previous-application ^designation[0].value = "이전 신청"
* #supplement-item "One thing asked for in a supplement"
* #supplement-item ^designation[0].language = #ko
* #supplement-item ^designation[0].value = "보완 요구 항목"

ValueSet: ApplicationInputCodes
Id: application-input
Title: "Inputs of an application 신청 입력"
Description: "Types of Task.input."
* ^experimental = false
* include codes from system ApplicationInput


CodeSystem: ApplicationOutput
Id: application-output
Title: "Outputs of an application 신청 결과"
Description: "Types of Task.output."
* ^caseSensitive = true
* ^experimental = false
* #decision "Decision"
* #decision ^designation[0].language = #ko
* #decision ^designation[0].value = "의결"
* #validity "Period in which the plan may be provided"
* #validity ^designation[0].language = #ko
* #validity ^designation[0].value = "제공기간"
* #reasons "Reasons of the decision"
* #reasons ^designation[0].language = #ko
* #reasons ^designation[0].value = "의결 이유"
* #register-by "Last day to register"
* #register-by ^designation[0].language = #ko
* #register-by ^designation[0].value = "등록 기한"
* #risk-class "Risk class as computed"
* #risk-class ^designation[0].language = #ko
* #risk-class ^designation[0].value = "산정된 위험도"
* #evidence-gate "What prior evidence was found to be"
* #evidence-gate ^designation[0].language = #ko
* #evidence-gate ^designation[0].value = "선행 근거 판정"
* #document "Document that the server made"
* #document ^designation[0].language = #ko
* #document ^designation[0].value = "발급 문서"

ValueSet: ApplicationOutputCodes
Id: application-output
Title: "Outputs of an application 신청 결과"
Description: "Types of Task.output."
* ^experimental = false
* include codes from system ApplicationOutput


CodeSystem: ApplicationDecision
Id: application-decision
Title: "Decision on an application 의결"
Description: "The committee decides one of two."
* ^caseSensitive = true
* ^experimental = false
* #suitable "Suitable"
* #suitable ^designation[0].language = #ko
* #suitable ^designation[0].value = "적합"
* #unsuitable "Unsuitable"
* #unsuitable ^designation[0].language = #ko
* #unsuitable ^designation[0].value = "부적합"

ValueSet: ApplicationDecisionCodes
Id: application-decision
Title: "Decision on an application 의결"
Description: "The committee decides one of two."
* ^experimental = false
* include codes from system ApplicationDecision


CodeSystem: RiskClass
Id: risk-class
Title: "Risk class 위험도"
Description: "Risk class of an implementation."
* ^caseSensitive = true
* ^experimental = false
* #low "Low"
* #low ^designation[0].language = #ko
* #low ^designation[0].value = "저위험"
* #medium "Medium"
* #medium ^designation[0].language = #ko
* #medium ^designation[0].value = "중위험"
* #high "High"
* #high ^designation[0].language = #ko
* #high ^designation[0].value = "고위험"

ValueSet: RiskClassCodes
Id: risk-class
Title: "Risk class 위험도"
Description: "Risk class of an implementation."
* ^experimental = false
* include codes from system RiskClass


CodeSystem: EvidenceGate
Id: evidence-gate
Title: "Finding on prior evidence 선행 근거 판정"
Description: "What the server found of the prior evidence that a treatment needs."
* ^caseSensitive = true
* ^experimental = false
* #none-required "Low-risk treatment needs no prior evidence."
* #none-required ^designation[0].language = #ko
* #none-required ^designation[0].value = "저위험 치료에는 선행 실시가 필요하지 않습니다."
* #research-completed "Same-purpose research has been completed."
* #research-completed ^designation[0].language = #ko
* #research-completed ^designation[0].value = "같은 목적의 임상연구가 완료되었습니다."
* #trial-by-exemption "By the exemption, the completed trial stands in for research."
* #trial-by-exemption ^designation[0].language = #ko
* #trial-by-exemption ^designation[0].value = "규제특례에 따라 완료된 임상시험이 임상연구를 갈음합니다."
* #evidence-required "Medium- and high-risk treatment needs a completed same-purpose implementation."
* #evidence-required ^designation[0].language = #ko
* #evidence-required ^designation[0].value = "중·고위험 치료에는 같은 목적의 완료된 실시가 필요합니다."
* #research-not-identified "Name the institution and the final result number of the completed research."
* #research-not-identified ^designation[0].language = #ko
* #research-not-identified ^designation[0].value = "완료된 임상연구의 기관과 최종결과 번호를 적으세요."
* #same-institution-research-required "High-risk treatment needs research completed at the applying institution."
* #same-institution-research-required ^designation[0].language = #ko
* #same-institution-research-required ^designation[0].value = "고위험 치료는 신청 기관에서 완료한 임상연구가 필요합니다."
* #trial-unknown "No such trial is recorded."
* #trial-unknown ^designation[0].language = #ko
* #trial-unknown ^designation[0].value = "그런 임상시험이 등록되어 있지 않습니다."
* #trial-without-exemption "No exemption lets a trial stand in for research at this institution."
* #trial-without-exemption ^designation[0].language = #ko
* #trial-without-exemption ^designation[0].value = "이 기관에 임상시험을 임상연구로 갈음하는 규제특례가 없습니다."
* #exemption-not-in-force "The exemption is not in force."
* #exemption-not-in-force ^designation[0].language = #ko
* #exemption-not-in-force ^designation[0].value = "규제특례의 유효기간이 아닙니다."
* #exemption-conditions-unmet "Not every condition of the exemption is met."
* #exemption-conditions-unmet ^designation[0].language = #ko
* #exemption-conditions-unmet ^designation[0].value = "규제특례의 부가조건이 모두 충족되지 않았습니다."
* #trial-not-for-licensing "It is not a trial for licensing."
* #trial-not-for-licensing ^designation[0].language = #ko
* #trial-not-for-licensing ^designation[0].value = "품목허가를 위한 임상시험이 아닙니다."
* #trial-not-completed "The trial is not completed."
* #trial-not-completed ^designation[0].language = #ko
* #trial-not-completed ^designation[0].value = "임상시험이 완료되지 않았습니다."
* #trial-results-missing "No results of the trial stand."
* #trial-results-missing ^designation[0].language = #ko
* #trial-results-missing ^designation[0].value = "유효한 임상시험 결과가 없습니다."
* #trial-site-not-applicant "The exemption requires that the trial ran at the applying institution."
* #trial-site-not-applicant ^designation[0].language = #ko
* #trial-site-not-applicant ^designation[0].value = "규제특례는 신청 기관이 임상시험 실시기관일 것을 요구합니다."

ValueSet: EvidenceGateCodes
Id: evidence-gate
Title: "Finding on prior evidence 선행 근거 판정"
Description: "What the server found of the prior evidence that a treatment needs."
* ^experimental = false
* include codes from system EvidenceGate
