CodeSystem: EligibilityGround
Id: eligibility-ground
Title: "Ground of eligibility 대상 질환 구분"
Description: "Why a subject may be treated."
* ^caseSensitive = true
* ^experimental = false
* #serious "Serious disease without alternative, or life-threatening"
* #serious ^designation[0].language = #ko
* #serious ^designation[0].value = "중대한 질환"
* #rare "Rare disease"
* #rare ^designation[0].language = #ko
* #rare ^designation[0].value = "희귀질환"
* #intractable "Intractable disease"
* #intractable ^designation[0].language = #ko
* #intractable ^designation[0].value = "난치질환"

ValueSet: EligibilityGroundCodes
Id: eligibility-ground
Title: "Ground of eligibility 대상 질환 구분"
Description: "Why a subject may be treated."
* ^experimental = false
* include codes from system EligibilityGround


CodeSystem: ConsentSigner
Id: consent-signer
Title: "Who signed the consent 동의자"
Description: "Signers that the law names."
* ^caseSensitive = true
* ^experimental = false
* #subject "The subject"
* #subject ^designation[0].language = #ko
* #subject ^designation[0].value = "본인"
* #minor-and-parents "The minor and the parents"
* #minor-and-parents ^designation[0].language = #ko
* #minor-and-parents ^designation[0].value = "미성년자와 친권자"
* #legal-representative "Legal representative"
* #legal-representative ^designation[0].language = #ko
* #legal-representative ^designation[0].value = "법정대리인"
* #spouse "Spouse"
* #spouse ^designation[0].language = #ko
* #spouse ^designation[0].value = "배우자"
* #ascendant "Ascendant"
* #ascendant ^designation[0].language = #ko
* #ascendant ^designation[0].value = "직계존속"
* #descendant "Descendant"
* #descendant ^designation[0].language = #ko
* #descendant ^designation[0].value = "직계비속"

ValueSet: ConsentSignerCodes
Id: consent-signer
Title: "Who signed the consent 동의자"
Description: "Signers that the law names."
* ^experimental = false
* include codes from system ConsentSigner


CodeSystem: ConsentItem
Id: consent-item
Title: "What the consent explains 동의 설명 항목"
Description: "What must have been explained."
* ^caseSensitive = true
* ^experimental = false
* #diagnosis "Diagnosis"
* #diagnosis ^designation[0].language = #ko
* #diagnosis ^designation[0].value = "진단명"
* #necessity-method-content "Necessity, method and content"
* #necessity-method-content ^designation[0].language = #ko
* #necessity-method-content ^designation[0].value = "필요성·방법·내용"
* #doctors "Doctors"
* #doctors ^designation[0].language = #ko
* #doctors ^designation[0].value = "담당 의사"
* #expected-results-and-adverse-events "Expected results and adverse events"
* #expected-results-and-adverse-events ^designation[0].language = #ko
* #expected-results-and-adverse-events ^designation[0].value = "예상 결과와 이상반응"
* #duties-before-and-after "Duties before and after"
* #duties-before-and-after ^designation[0].language = #ko
* #duties-before-and-after ^designation[0].value = "전후 준수사항"
* #privacy "Privacy"
* #privacy ^designation[0].language = #ko
* #privacy ^designation[0].value = "개인정보"
* #adverse-event-reporting "Reporting of adverse events"
* #adverse-event-reporting ^designation[0].language = #ko
* #adverse-event-reporting ^designation[0].value = "이상반응 신고"
* #cost "Cost"
* #cost ^designation[0].language = #ko
* #cost ^designation[0].value = "비용"
* #rights "Rights"
* #rights ^designation[0].language = #ko
* #rights ^designation[0].value = "권리"
* #ministry-items "Items of the ministry"
* #ministry-items ^designation[0].language = #ko
* #ministry-items ^designation[0].value = "부령 사항"
* #alternatives "Alternatives"
* #alternatives ^designation[0].language = #ko
* #alternatives ^designation[0].value = "다른 치료방법"
* #duration-per-stage "Duration of each stage"
* #duration-per-stage ^designation[0].language = #ko
* #duration-per-stage ^designation[0].value = "단계별 기간"
* #institute-data-handling "Handling of data by the institute"
* #institute-data-handling ^designation[0].language = #ko
* #institute-data-handling ^designation[0].value = "안전관리기관의 자료 처리"
* #discontinuation "Discontinuation"
* #discontinuation ^designation[0].language = #ko
* #discontinuation ^designation[0].value = "중단"
* #dispute-mediation "Mediation of disputes"
* #dispute-mediation ^designation[0].language = #ko
* #dispute-mediation ^designation[0].value = "분쟁 조정"

ValueSet: ConsentItemCodes
Id: consent-item
Title: "What the consent explains 동의 설명 항목"
Description: "What must have been explained."
* ^experimental = false
* include codes from system ConsentItem
