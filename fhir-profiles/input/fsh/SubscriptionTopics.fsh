// Topics of notices, as the R4 back-port of subscriptions writes them: a Basic with the elements of R5's SubscriptionTopic.

RuleSet: Topic(id, title, resource, trigger, interaction)
* code = http://hl7.org/fhir/fhir-types#SubscriptionTopic
* extension[0].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.url"
* extension[0].valueUri = "https://regentrack.example/fhir/SubscriptionTopic/{id}"
* extension[1].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.version"
* extension[1].valueString = "0.1.0"
* extension[2].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.title"
* extension[2].valueString = "{title}"
* extension[3].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.status"
* extension[3].valueCode = #draft
* extension[4].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.resourceTrigger"
* extension[4].extension[0].url = "description"
* extension[4].extension[0].valueMarkdown = "{trigger}"
* extension[4].extension[1].url = "resource"
* extension[4].extension[1].valueUri = "http://hl7.org/fhir/StructureDefinition/{resource}"
* extension[4].extension[2].url = "supportedInteraction"
* extension[4].extension[2].valueCode = #{interaction}

Instance: topic-application-stage
InstanceOf: Basic
Usage: #definition
* insert Topic(application-stage, [[An application changed its stage 신청 단계 변경]], Task, [[businessStatus of an application of the own institution changed]], update)

Instance: topic-supplement-request
InstanceOf: Basic
Usage: #definition
* insert Topic(supplement-request, [[A supplement is asked for 보완 요청]], Task, [[a supplement request for the own institution was made]], create)

Instance: topic-lot-state
InstanceOf: Basic
Usage: #definition
* insert Topic(lot-state, [[A lot changed its state 로트 상태 변경]], BiologicallyDerivedProduct, [[a lot meant for the own institution was released, held or rejected]], update)
