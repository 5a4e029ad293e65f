CodeSystem: LotState
Id: lot-state
Title: "State of a lot 로트 상태"
Description: "Where a lot of raw cells stands. Only released lots are treated from."
* ^caseSensitive = true
* ^experimental = false
* #announced "Announced"
* #announced ^designation[0].language = #ko
* #announced ^designation[0].value = "예고됨"
* #pre-clearance-reported "Pre-clearance reported"
* #pre-clearance-reported ^designation[0].language = #ko
* #pre-clearance-reported ^designation[0].value = "표준통관예정보고"
* #in-transit "In transit"
* #in-transit ^designation[0].language = #ko
* #in-transit ^designation[0].value = "운송 중"
* #waiting-quarantine "Waiting, quarantined"
* #waiting-quarantine ^designation[0].language = #ko
* #waiting-quarantine ^designation[0].value = "입고대기"
* #under-receipt-inspection "Under inspection on receipt"
* #under-receipt-inspection ^designation[0].language = #ko
* #under-receipt-inspection ^designation[0].value = "입고검사 중"
* #released "Released"
* #released ^designation[0].language = #ko
* #released ^designation[0].value = "공급가능"
* #on-hold "On hold"
* #on-hold ^designation[0].language = #ko
* #on-hold ^designation[0].value = "보류(격리)"
* #rejected "Rejected"
* #rejected ^designation[0].language = #ko
* #rejected ^designation[0].value = "부적합(격리)"

ValueSet: LotStateCodes
Id: lot-state
Title: "State of a lot 로트 상태"
Description: "Where a lot of raw cells stands. Only released lots are treated from."
* ^experimental = false
* include codes from system LotState


CodeSystem: CustodyStep
Id: custody-step
Title: "Step of custody 인수인계 단계"
Description: "What happened to a consignment."
* ^caseSensitive = true
* ^experimental = false
* #dispatched "Dispatched"
* #dispatched ^designation[0].language = #ko
* #dispatched ^designation[0].value = "발송"
* #handed-over "Handed over"
* #handed-over ^designation[0].language = #ko
* #handed-over ^designation[0].value = "인계"
* #arrived "Arrived"
* #arrived ^designation[0].language = #ko
* #arrived ^designation[0].value = "도착"
* #stored "Stored"
* #stored ^designation[0].language = #ko
* #stored ^designation[0].value = "보관"
* #supplied "Supplied"
* #supplied ^designation[0].language = #ko
* #supplied ^designation[0].value = "공급"
* #destroyed "Destroyed"
* #destroyed ^designation[0].language = #ko
* #destroyed ^designation[0].value = "폐기"

ValueSet: CustodyStepCodes
Id: custody-step
Title: "Step of custody 인수인계 단계"
Description: "What happened to a consignment."
* ^experimental = false
* include codes from system CustodyStep


CodeSystem: ReceiptCheckKind
Id: receipt-check
Title: "Check on receipt 입고검사 구분"
Description: "The four checks of imported cells."
* ^caseSensitive = true
* ^experimental = false
* #documentary "Documents"
* #documentary ^designation[0].language = #ko
* #documentary ^designation[0].value = "서류검사"
* #identity "Identity"
* #identity ^designation[0].language = #ko
* #identity ^designation[0].value = "동일성검사"
* #physical "Physical"
* #physical ^designation[0].language = #ko
* #physical ^designation[0].value = "현물검사"
* #temperature "Transport temperature"
* #temperature ^designation[0].language = #ko
* #temperature ^designation[0].value = "운송온도"

ValueSet: ReceiptCheckKindCodes
Id: receipt-check
Title: "Check on receipt 입고검사 구분"
Description: "The four checks of imported cells."
* ^experimental = false
* include codes from system ReceiptCheckKind


CodeSystem: CheckResult
Id: check-result
Title: "Result of a check 검사 결과"
Description: "How a check ended."
* ^caseSensitive = true
* ^experimental = false
* #satisfactory "Satisfactory"
* #satisfactory ^designation[0].language = #ko
* #satisfactory ^designation[0].value = "적합"
* #satisfactory-after-intervention "Satisfactory after intervention"
* #satisfactory-after-intervention ^designation[0].language = #ko
* #satisfactory-after-intervention ^designation[0].value = "조치 후 적합"
* #not-satisfactory "Not satisfactory"
* #not-satisfactory ^designation[0].language = #ko
* #not-satisfactory ^designation[0].value = "부적합"
* #not-done "Not done"
* #not-done ^designation[0].language = #ko
* #not-done ^designation[0].value = "미실시"
* #derogation "Derogation"
* #derogation ^designation[0].language = #ko
* #derogation ^designation[0].value = "예외 인정"

ValueSet: CheckResultCodes
Id: check-result
Title: "Result of a check 검사 결과"
Description: "How a check ended."
* ^experimental = false
* include codes from system CheckResult


CodeSystem: TemperatureOutcome
Id: temperature-outcome
Title: "Outcome of a temperature log 온도 판정"
Description: "What a temperature log means for a lot."
* ^caseSensitive = true
* ^experimental = false
* #none "Within limits"
* #none ^designation[0].language = #ko
* #none ^designation[0].value = "이탈 없음"
* #minor "Minor: documented"
* #minor ^designation[0].language = #ko
* #minor ^designation[0].value = "경미"
* #major "Major: hold and assess"
* #major ^designation[0].language = #ko
* #major ^designation[0].value = "중대"
* #critical "Critical: reject"
* #critical ^designation[0].language = #ko
* #critical ^designation[0].value = "치명"

ValueSet: TemperatureOutcomeCodes
Id: temperature-outcome
Title: "Outcome of a temperature log 온도 판정"
Description: "What a temperature log means for a lot."
* ^experimental = false
* include codes from system TemperatureOutcome


CodeSystem: ReleaseVerdict
Id: release-decision
Title: "Release decision 출고 판정"
Description: "Decision on a lot."
* ^caseSensitive = true
* ^experimental = false
* #released "Released"
* #released ^designation[0].language = #ko
* #released ^designation[0].value = "공급가능"
* #on-hold "On hold"
* #on-hold ^designation[0].language = #ko
* #on-hold ^designation[0].value = "보류"
* #rejected "Rejected"
* #rejected ^designation[0].language = #ko
* #rejected ^designation[0].value = "부적합"

ValueSet: ReleaseVerdictCodes
Id: release-decision
Title: "Release decision 출고 판정"
Description: "Decision on a lot."
* ^experimental = false
* include codes from system ReleaseVerdict
