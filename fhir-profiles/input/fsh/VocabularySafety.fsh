CodeSystem: AdverseEventGrade
Id: adverse-event-grade
Title: "Grade 중증도"
Description: "Severity from 1 to 5. It says nothing about seriousness."
* ^caseSensitive = true
* ^experimental = false
* #1 "Mild"
* #1 ^designation[0].language = #ko
* #1 ^designation[0].value = "경증"
* #2 "Moderate"
* #2 ^designation[0].language = #ko
* #2 ^designation[0].value = "중등증"
* #3 "Severe"
* #3 ^designation[0].language = #ko
* #3 ^designation[0].value = "중증"
* #4 "Life-threatening"
* #4 ^designation[0].language = #ko
* #4 ^designation[0].value = "생명위협"
* #5 "Death"
* #5 ^designation[0].language = #ko
* #5 ^designation[0].value = "사망"

ValueSet: AdverseEventGradeCodes
Id: adverse-event-grade
Title: "Grade 중증도"
Description: "Severity from 1 to 5. It says nothing about seriousness."
* ^experimental = false
* include codes from system AdverseEventGrade


CodeSystem: Causality
Id: who-umc-causality
Title: "Causality 인과성"
Description: "Causality as the report form lists it, in the categories of the WHO-UMC system."
* ^caseSensitive = true
* ^experimental = false
* #certain "Certain"
* #certain ^designation[0].language = #ko
* #certain ^designation[0].value = "확실함"
* #probable "Probable"
* #probable ^designation[0].language = #ko
* #probable ^designation[0].value = "상당히 확실함"
* #possible "Possible"
* #possible ^designation[0].language = #ko
* #possible ^designation[0].value = "가능함"
* #unlikely "Unlikely"
* #unlikely ^designation[0].language = #ko
* #unlikely ^designation[0].value = "가능성 적음"
* #conditional "Conditional"
* #conditional ^designation[0].language = #ko
* #conditional ^designation[0].value = "평가 곤란"
* #unassessable "Unassessable"
* #unassessable ^designation[0].language = #ko
* #unassessable ^designation[0].value = "평가 불가"
* #not-applicable "Not applicable"
* #not-applicable ^designation[0].language = #ko
* #not-applicable ^designation[0].value = "해당 없음"

ValueSet: CausalityCodes
Id: who-umc-causality
Title: "Causality 인과성"
Description: "Causality as the report form lists it, in the categories of the WHO-UMC system."
* ^experimental = false
* include codes from system Causality


CodeSystem: SeriousnessCriterion
Id: seriousness-criterion
Title: "Criterion of seriousness 중대성 기준"
Description: "The five criteria of the Korean rule; ICH codes are read too."
* ^caseSensitive = true
* ^experimental = false
* #death-or-life-threatening "Death or threat to life"
* #death-or-life-threatening ^designation[0].language = #ko
* #death-or-life-threatening ^designation[0].value = "사망 또는 생명 위협"
* #permanent-or-significant-disability "Permanent or significant disability"
* #permanent-or-significant-disability ^designation[0].language = #ko
* #permanent-or-significant-disability ^designation[0].value = "영구적·중대한 장애"
* #foetal-anomaly "Foetal anomaly"
* #foetal-anomaly ^designation[0].language = #ko
* #foetal-anomaly ^designation[0].value = "태아 이상"
* #hospitalisation "Hospitalisation or its prolongation"
* #hospitalisation ^designation[0].language = #ko
* #hospitalisation ^designation[0].value = "입원 또는 입원 연장"
* #other-medically-important "Other medically important"
* #other-medically-important ^designation[0].language = #ko
* #other-medically-important ^designation[0].value = "의학적으로 중요"

ValueSet: SeriousnessCriterionCodes
Id: seriousness-criterion
Title: "Criterion of seriousness 중대성 기준"
Description: "The five criteria of the Korean rule; ICH codes are read too."
* ^experimental = false
* include codes from system SeriousnessCriterion
