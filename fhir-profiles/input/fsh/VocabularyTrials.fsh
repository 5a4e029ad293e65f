CodeSystem: TrialResultKind
Id: trial-result
Title: "Kind of trial result 임상시험 결과 종류"
Description: "Category of an Observation that carries a result of a trial."
* ^caseSensitive = true
* ^experimental = false
* #primary-endpoint "Primary endpoint"
* #primary-endpoint ^designation[0].language = #ko
* #primary-endpoint ^designation[0].value = "1차 평가변수"
* #secondary-endpoint "Secondary endpoint"
* #secondary-endpoint ^designation[0].language = #ko
* #secondary-endpoint ^designation[0].value = "2차 평가변수"
* #other-endpoint "Other pre-specified endpoint"
* #other-endpoint ^designation[0].language = #ko
* #other-endpoint ^designation[0].value = "기타 사전 평가변수"
* #post-hoc-endpoint "Post-hoc endpoint"
* #post-hoc-endpoint ^designation[0].language = #ko
* #post-hoc-endpoint ^designation[0].value = "사후 평가변수"
* #serious-event "Serious adverse event, by term"
* #serious-event ^designation[0].language = #ko
* #serious-event ^designation[0].value = "중대한 이상반응(용어별)"
* #other-event "Other adverse event, by term"
* #other-event ^designation[0].language = #ko
* #other-event ^designation[0].value = "기타 이상반응(용어별)"
* #serious-total "All serious adverse events of a group"
* #serious-total ^designation[0].language = #ko
* #serious-total ^designation[0].value = "중대한 이상반응 합계"
* #other-total "All other adverse events of a group"
* #other-total ^designation[0].language = #ko
* #other-total ^designation[0].value = "기타 이상반응 합계"
* #deaths-total "All deaths of a group"
* #deaths-total ^designation[0].language = #ko
* #deaths-total ^designation[0].value = "사망 합계"
* #flow-milestone "Participant flow: milestone"
* #flow-milestone ^designation[0].language = #ko
* #flow-milestone ^designation[0].value = "대상자 흐름: 단계"
* #flow-reason "Participant flow: reason for leaving"
* #flow-reason ^designation[0].language = #ko
* #flow-reason ^designation[0].value = "대상자 흐름: 중단 사유"

ValueSet: TrialResultKindCodes
Id: trial-result
Title: "Kind of trial result 임상시험 결과 종류"
Description: "Category of an Observation that carries a result of a trial."
* ^experimental = false
* include codes from system TrialResultKind


CodeSystem: TrialResultPart
Id: trial-result-component
Title: "Part of a trial result 임상시험 결과 구성"
Description: "Components of such an Observation."
* ^caseSensitive = true
* ^experimental = false
* #spread "Dispersion of the value"
* #spread ^designation[0].language = #ko
* #spread ^designation[0].value = "산포도 값"
* #lower "Lower limit"
* #lower ^designation[0].language = #ko
* #lower ^designation[0].value = "하한"
* #upper "Upper limit"
* #upper ^designation[0].language = #ko
* #upper ^designation[0].value = "상한"
* #analysed "Participants analysed"
* #analysed ^designation[0].language = #ko
* #analysed ^designation[0].value = "분석 대상자 수"
* #time-frame "Time frame"
* #time-frame ^designation[0].language = #ko
* #time-frame ^designation[0].value = "평가 시점"
* #population "Analysis population"
* #population ^designation[0].language = #ko
* #population ^designation[0].value = "분석군"
* #parameter "Kind of value, e.g. mean or hazard ratio"
* #parameter ^designation[0].language = #ko
* #parameter ^designation[0].value = "값의 종류"
* #dispersion "Kind of dispersion"
* #dispersion ^designation[0].language = #ko
* #dispersion ^designation[0].value = "산포도의 종류"
* #class "Row of a table"
* #class ^designation[0].language = #ko
* #class ^designation[0].value = "표의 행"
* #comment "Comment"
* #comment ^designation[0].language = #ko
* #comment ^designation[0].value = "설명"
* #hypothesis "Hypothesis tested"
* #hypothesis ^designation[0].language = #ko
* #hypothesis ^designation[0].value = "가설"
* #method "Statistical method"
* #method ^designation[0].language = #ko
* #method ^designation[0].value = "통계 방법"
* #confidence-percent "Confidence level in per cent"
* #confidence-percent ^designation[0].language = #ko
* #confidence-percent ^designation[0].value = "신뢰수준(%)"
* #p-value "p-value"
* #p-value ^designation[0].language = #ko
* #p-value ^designation[0].value = "p값"
* #organ-system "Organ system"
* #organ-system ^designation[0].language = #ko
* #organ-system ^designation[0].value = "기관계"
* #vocabulary "Vocabulary of the term"
* #vocabulary ^designation[0].language = #ko
* #vocabulary ^designation[0].value = "용어집"
* #affected "Participants affected"
* #affected ^designation[0].language = #ko
* #affected ^designation[0].value = "발생 대상자 수"
* #at-risk "Participants at risk"
* #at-risk ^designation[0].language = #ko
* #at-risk ^designation[0].value = "위험 대상자 수"
* #events "Number of events"
* #events ^designation[0].language = #ko
* #events ^designation[0].value = "발생 건수"
* #period "Period of participant flow"
* #period ^designation[0].language = #ko
* #period ^designation[0].value = "대상자 흐름 기간"

ValueSet: TrialResultPartCodes
Id: trial-result-component
Title: "Part of a trial result 임상시험 결과 구성"
Description: "Components of such an Observation."
* ^experimental = false
* include codes from system TrialResultPart


CodeSystem: TrialSummarySection
Id: trial-summary-section
Title: "Section of a trial summary 결과 요약 절"
Description: "Sections of a trial result summary."
* ^caseSensitive = true
* ^experimental = false
* #population "Population"
* #population ^designation[0].language = #ko
* #population ^designation[0].value = "대상자군"
* #efficacy "Efficacy"
* #efficacy ^designation[0].language = #ko
* #efficacy ^designation[0].value = "유효성"
* #safety "Safety"
* #safety ^designation[0].language = #ko
* #safety ^designation[0].value = "안전성"
* #conclusion "Conclusion"
* #conclusion ^designation[0].language = #ko
* #conclusion ^designation[0].value = "결론"

ValueSet: TrialSummarySectionCodes
Id: trial-summary-section
Title: "Section of a trial summary 결과 요약 절"
Description: "Sections of a trial result summary."
* ^experimental = false
* include codes from system TrialSummarySection
