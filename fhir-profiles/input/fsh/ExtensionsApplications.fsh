// What neither R4 nor R5 nor KR Core has an element for, around an application.

Extension: PlanItemAsked
Id: plan-item
Title: "Item of the plan 계획서 항목"
Description: "On an input of a supplement request: the number of the item of the plan that it is about."
* ^context[0].type = #element
* ^context[0].expression = "Task.input"
* value[x] 1..1
* value[x] only string

Extension: ProductVersion
Id: product-version
Title: "Version of a product 제품 판"
Description: "Version of the product that a plan administers; limits are set per version."
* ^context[0].type = #element
* ^context[0].expression = "BiologicallyDerivedProduct"
* value[x] 1..1
* value[x] only integer

Extension: ProductModalityOf
Id: product-modality
Title: "Modality 첨단재생의료 구분"
Description: "Kind of advanced regenerative medicine."
* ^context[0].type = #element
* ^context[0].expression = "BiologicallyDerivedProduct"
* value[x] 1..1
* value[x] only code
* valueCode from ProductModalityCodes (required)

Extension: ProductComponent
Id: product-component
Title: "Component of a product 제품 구성요소"
Description: "One component: the risk class is computed from all of them."
* ^context[0].type = #element
* ^context[0].expression = "BiologicallyDerivedProduct"
* extension contains name 1..1 and origin 0..1 and kind 0..1 and manipulation 0..1 and gene-use 0..1 and tissue-function 0..1 and notice-item 0..1
* extension[name].value[x] 1..1
* extension[name].value[x] only string
* extension[origin].value[x] 1..1
* extension[origin].value[x] only code
* extension[origin].valueCode from CellOriginCodes (required)
* extension[kind].value[x] 1..1
* extension[kind].value[x] only code
* extension[kind].valueCode from CellKindCodes (required)
* extension[manipulation].value[x] 1..1
* extension[manipulation].value[x] only code
* extension[manipulation].valueCode from CellManipulationCodes (required)
* extension[gene-use].value[x] 1..1
* extension[gene-use].value[x] only boolean
* extension[tissue-function].value[x] 1..1
* extension[tissue-function].value[x] only code
* extension[tissue-function].valueCode from TissueFunctionCodes (required)
* extension[notice-item] ^short = "Item of the ministry's notice that names this kind of cell"
* extension[notice-item].value[x] 1..1
* extension[notice-item].value[x] only string

Extension: ProductProfile
Id: product-profile
Title: "Description of a product 제품 특성"
Description: "One dimension in which trial product and treatment product are compared: intended-use, patient, donor-source, process, formulation, specifications, potency, stability, dose, risk-class, evidence."
* ^context[0].type = #element
* ^context[0].expression = "BiologicallyDerivedProduct"
* extension contains dimension 1..1 and text 1..1
* extension[dimension].value[x] 1..1
* extension[dimension].value[x] only string
* extension[text].value[x] 1..1
* extension[text].value[x] only string
