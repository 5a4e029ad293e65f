Instance: treatment-plan
InstanceOf: Questionnaire
Usage: #definition
* url = "https://regentrack.example/fhir/Questionnaire/treatment-plan"
* version = "0.1.0"
* name = "TreatmentPlan"
* title = "치료계획 15개 항목 · The fifteen items of a treatment plan"
* status = #active
* subjectType = #Organization
* date = "2026-11-23"
* language = #ko
* description = "Items of a treatment plan as the decree lists them. Answers are text; the server also takes files as further answers of the same item: valueAttachment, or valueReference to a DocumentReference of the same Bundle."
* item[0].linkId = "1"
* item[0].prefix = "1."
* item[0].text = "치료의 목적과 제공기간"
* item[0].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[0].text.extension.extension[0].url = "lang"
* item[0].text.extension.extension[0].valueCode = #en
* item[0].text.extension.extension[1].url = "content"
* item[0].text.extension.extension[1].valueString = "Purpose and provision period"
* item[0].type = #text
* item[0].required = true
* item[0].repeats = true
* item[+].linkId = "2"
* item[=].prefix = "2."
* item[=].text = "위험도 자체평가와 필요성·안전성·유효성 근거"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Self-assessed risk class and evidence of necessity, safety and efficacy"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "3"
* item[=].prefix = "3."
* item[=].text = "세포의 종류, 채취·검사·처리·보관"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Cells: type, collection, testing, processing and storage"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "4"
* item[=].prefix = "4."
* item[=].text = "치료의 방법, 경로, 주기"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Method, route and cycle"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "5"
* item[=].prefix = "5."
* item[=].text = "치료를 담당하는 의사의 성명과 자격"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Treating doctors and their qualifications"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "6"
* item[=].prefix = "6."
* item[=].text = "동의서"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Consent form"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "7"
* item[=].prefix = "7."
* item[=].text = "대상자 선정기준과 예상 인원"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Selection criteria and expected number"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "8"
* item[=].prefix = "8."
* item[=].text = "이상반응과 안전대책"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Adverse events and safety plan"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "9"
* item[=].prefix = "9."
* item[=].text = "치료 후 관찰"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Observation after treatment"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "10"
* item[=].prefix = "10."
* item[=].text = "보상 규약(중단에 따른 손실 포함)"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Compensation rules, with loss from discontinuation"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "11"
* item[=].prefix = "11."
* item[=].text = "개인정보 보호"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Privacy"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "12"
* item[=].prefix = "12."
* item[=].text = "단계별 비용과 산정 근거"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Cost of each stage and its basis"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "13"
* item[=].prefix = "13."
* item[=].text = "자료의 기록과 보존"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Recording and keeping of data"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "14"
* item[=].prefix = "14."
* item[=].text = "기관의 자체 관리계획"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Self-management plan of the institution"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
* item[+].linkId = "15"
* item[=].prefix = "15."
* item[=].text = "동일 목적 실시의 현황·결과·자료"
* item[=].text.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* item[=].text.extension.extension[0].url = "lang"
* item[=].text.extension.extension[0].valueCode = #en
* item[=].text.extension.extension[1].url = "content"
* item[=].text.extension.extension[1].valueString = "Status, results and data of completed same-purpose implementation"
* item[=].type = #text
* item[=].required = true
* item[=].repeats = true
