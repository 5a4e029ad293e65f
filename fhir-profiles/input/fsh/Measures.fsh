Instance: sandbox-indicators
InstanceOf: Measure
Usage: #definition
* url = "https://regentrack.example/fhir/Measure/sandbox-indicators"
* version = "0.1.0"
* name = "SandboxIndicatorSet"
* title = "실증 지표 · Sandbox indicators"
* status = #active
* date = "2026-11-23"
* description = "What the two exemptions are judged by, counted from recorded events alone."
* group[0].code = Indicator#subjects-treated
* group[1].code = Indicator#serious-events
* group[2].code = Indicator#lots-imported
* group[3].code = Indicator#lots-rejected
* group[4].code = Indicator#reports-in-time
