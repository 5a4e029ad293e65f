// People and places, in the systems of KR Core: the examples are valid for KR Core too.

RuleSet: IdentifiersBySystem
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open

Profile: Institution
Parent: Organization
Id: institution
Title: "Designated institution 재생의료기관"
Description: "A hospital that is designated for advanced regenerative medicine."
* insert IdentifiersBySystem
* identifier 1..
* identifier.system 1..
* identifier.value 1..
* identifier contains hira 1..1 and designation 0..1
* identifier[hira] ^short = "요양기관 number"
* identifier[hira].system = $hira (exactly)
* identifier[hira].value obeys rt-hira
* identifier[designation].system = "https://regentrack.example/fhir/NamingSystem/institution" (exactly)
* name 1..

Invariant: rt-hira
Description: "The number of a care institution has eight digits."
Severity: #error
Expression: "matches('^[0-9]{8}$')"

Profile: CellSite
Parent: Location
Id: cell-site
Title: "Source or storage site 출처·보관 기관"
Description: "Where cells are collected, made, checked or kept."
* name 1..
* address 1..
* address.country 1..
* managingOrganization only Reference(Organization)

Invariant: rt-no-rrn
Description: "A resident registration number is never sent."
Severity: #error
Expression: "identifier.value.where(matches('^[0-9]{6}-?[1-8][0-9]{6}$')).empty()"

Profile: Investigator
Parent: Practitioner
Id: investigator
Title: "Principal investigator 실시책임자"
Description: "The doctor who answers for the plan. Kept in the identity vault, printed on the legal documents."
* obeys rt-no-rrn
* name 1..
* name.text 1..
* qualification.identifier ^slicing.discriminator.type = #value
* qualification.identifier ^slicing.discriminator.path = "system"
* qualification.identifier ^slicing.rules = #open
* qualification.identifier contains licence 0..1
* qualification.identifier[licence] ^short = "Number of the doctor's licence"
* qualification.identifier[licence].system 1..
* qualification.identifier[licence].system = $licence (exactly)
* qualification.identifier[licence].value 1..

Profile: InvestigatorRole
Parent: PractitionerRole
Id: investigator-role
Title: "Post of an investigator 실시책임자의 소속"
Description: "Doctor, institution and department."
* practitioner 1..
* organization 1..
* code 1..
* code ^slicing.discriminator.type = #pattern
* code ^slicing.discriminator.path = "$this"
* code ^slicing.rules = #open
* code contains doctor 1..1
* code[doctor] = http://terminology.hl7.org/CodeSystem/practitioner-role#doctor
* specialty 1..

Invariant: rt-subject-id
Description: "A subject has the hospital's subject number or our pseudonym."
Severity: #error
Expression: "identifier.where(system = 'https://regentrack.example/fhir/NamingSystem/subject-number' or system = 'https://regentrack.example/fhir/NamingSystem/subject-pseudonym').exists()"

Profile: TreatmentSubject
Parent: Patient
Id: treatment-subject
Title: "Subject 대상자"
Description: "Sent with the hospital's own subject number, answered as a pseudonym only: who it is stays in the identity vault. KR Core asks for name, gender and birth date too."
* obeys rt-no-rrn and rt-subject-id
* insert IdentifiersBySystem
* identifier 1..
* identifier.system 1..
* identifier.value 1..
* identifier contains subjectNumber 0..1 and pseudonym 0..1
* identifier[subjectNumber].system = "https://regentrack.example/fhir/NamingSystem/subject-number" (exactly)
* identifier[pseudonym].system = "https://regentrack.example/fhir/NamingSystem/subject-pseudonym" (exactly)
