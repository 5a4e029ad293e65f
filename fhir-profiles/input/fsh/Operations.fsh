// Operations. A draft is not served yet: the CapabilityStatement of a server says what it really does.

Instance: submit
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://regentrack.example/fhir/OperationDefinition/submit"
* version = "0.1.0"
* name = "Submit"
* title = "File a treatment plan 치료계획 제출"
* status = #draft
* kind = #operation
* date = "2026-11-23"
* description = "Files an ApplicationBundle, as POST of the transaction to the root does, and answers the application."
* code = #submit
* system = false
* type = true
* instance = false
* resource[0] = #Task
* parameter[0].name = #bundle
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "An ApplicationBundle."
* parameter[0].type = #Bundle
* parameter[1].name = #return
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "The application as it now stands."
* parameter[1].type = #Task

Instance: trace
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://regentrack.example/fhir/OperationDefinition/trace"
* version = "0.1.0"
* name = "Trace"
* title = "Trace a lot or an adverse event 추적"
* status = #draft
* kind = #operation
* date = "2026-11-23"
* description = "Everything on the way between donor and subjects: from a lot to shipment, temperature, hospitals and subjects treated; from an adverse event back to the lot, and on to all other subjects of that lot."
* code = #trace
* system = false
* type = false
* instance = true
* resource[0] = #BiologicallyDerivedProduct
* resource[1] = #AdverseEvent
* parameter[0].name = #direction
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "back, forward or both (default)."
* parameter[0].type = #code
* parameter[1].name = #return
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "A searchset Bundle of what was found."
* parameter[1].type = #Bundle

Instance: validate
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://regentrack.example/fhir/OperationDefinition/validate"
* version = "0.1.0"
* name = "Validate"
* title = "Check a resource 검증"
* status = #draft
* kind = #operation
* date = "2026-11-23"
* description = "HL7's validate: checks a resource against R4 and, when it is named, a profile of this guide, and stores nothing."
* code = #validate
* system = false
* type = true
* instance = true
* resource[0] = #Resource
* parameter[0].name = #resource
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "The resource; absent when the stored one is meant."
* parameter[0].type = #Resource
* parameter[1].name = #mode
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "create, update or delete."
* parameter[1].type = #code
* parameter[2].name = #profile
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "Canonical URL of a profile of this guide."
* parameter[2].type = #uri
* parameter[3].name = #return
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "Everything that is wrong, with its place."
* parameter[3].type = #OperationOutcome
