// Identifier systems of our own. Others are named by their owners' URIs: see Aliases.fsh.

RuleSet: Naming(id, title, ko)
* name = "{id}"
* status = #active
* kind = #identifier
* date = "2026-11-23"
* description = "{title} {ko}"
* uniqueId.type = #uri
* uniqueId.value = "https://regentrack.example/fhir/NamingSystem/{id}"
* uniqueId.preferred = true

Instance: institution
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(institution, [[Designated institution, our number]], 재생의료기관)

Instance: product
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(product, [[Product administered]], 치료 제품)

Instance: receipt-number
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(receipt-number, [[Receipt number of an application]], 접수번호)

Instance: sandbox-grant
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(sandbox-grant, [[Sandbox exemption]], 규제특례)

Instance: trial-registry-number
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(trial-registry-number, [[Registry number of a trial: NCT, KCT or EU CT]], 임상시험 등록번호)

Instance: subject-number
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(subject-number, [[The hospital's number of a subject; kept in the identity vault]], 대상자 번호)

Instance: subject-pseudonym
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(subject-pseudonym, [[Our pseudonym of a subject]], 대상자 가명)

Instance: supplier-lot
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(supplier-lot, [[Supplier's lot number]], 제조번호)

Instance: chain-of-identity
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(chain-of-identity, [[Chain-of-identity number]], 동일성 사슬 번호)

Instance: air-waybill
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(air-waybill, [[Air waybill]], 항공운송장)

Instance: container
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(container, [[Transport container]], 운송용기)

Instance: pre-clearance
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(pre-clearance, [[Pre-clearance report]], 표준통관예정보고 번호)

Instance: submission
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(submission, [[Generated document]], 제출 문서)

Instance: donor-code
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(donor-code, [[Donor, the source site's pseudonym]], 공여자 가명)

Instance: cell-site
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(cell-site, [[Foreign source site, our number]], 해외 채취기관)

Instance: client
InstanceOf: NamingSystem
Usage: #definition
* insert Naming(client, [[A hospital's system, its client id]], 병원 시스템)
