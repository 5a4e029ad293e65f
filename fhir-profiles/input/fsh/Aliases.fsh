// Identifier systems and code systems that others own, by their owners' URIs. No licensed list is shipped: a product code of ISBT 128 or a term of MedDRA is named, never enumerated.
Alias: $rt = https://regentrack.example/fhir/NamingSystem
Alias: $din = https://www.isbt128.org/uri/DonationIdentificationNumber
Alias: $mpho = https://www.isbt128.org/uri/MPHOUniqueIdentifier
Alias: $pdc = https://www.isbt128.org/uri/ProductDescriptionCode
Alias: $sscc = https://id.gs1.org/00
Alias: $hira = http://www.hl7korea.or.kr/Identifier/hira-krnpi
Alias: $licence = http://www.hl7korea.or.kr/Identifier/mohw-md-license-id
Alias: $loinc = http://loinc.org
Alias: $phase = http://terminology.hl7.org/CodeSystem/research-study-phase
Alias: $aeSeriousness = http://terminology.hl7.org/CodeSystem/adverse-event-seriousness
Alias: $aeOutcome = http://terminology.hl7.org/CodeSystem/adverse-event-outcome
Alias: $consentScope = http://terminology.hl7.org/CodeSystem/consentscope
Alias: $ich = urn:oid:2.16.840.1.113883.3.989.2.1.1.19
