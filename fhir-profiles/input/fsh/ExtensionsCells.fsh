// Around raw cells and their way.

Extension: OriginCountry
Id: origin-country
Title: "Country of collection 채취국"
Description: "ISO 3166-1 alpha-2 code of the country in which the cells were collected."
* ^context[0].type = #element
* ^context[0].expression = "BiologicallyDerivedProduct"
* value[x] 1..1
* value[x] only code

Extension: ImportPermit
Id: import-permit
Title: "Import permit 수입 근거"
Description: "The pre-clearance report or sandbox exemption under which the lot entered the country."
* ^context[0].type = #element
* ^context[0].expression = "BiologicallyDerivedProduct"
* value[x] 1..1
* value[x] only Identifier

Extension: ReceivingOrganization
Id: receiving-organization
Title: "Receiving organization 인수기관"
Description: "R4 lets only people receive a delivery."
* ^context[0].type = #element
* ^context[0].expression = "SupplyDelivery"
* value[x] 1..1
* value[x] only Reference(Organization)

Extension: TransportContainer
Id: transport-container
Title: "Transport container 운송용기"
Description: "Number of the container, and the seal that it left with."
* ^context[0].type = #element
* ^context[0].expression = "SupplyDelivery"
* extension contains number 1..1 and seal 0..1
* extension[number].value[x] 1..1
* extension[number].value[x] only Identifier
* extension[seal].value[x] 1..1
* extension[seal].value[x] only string
