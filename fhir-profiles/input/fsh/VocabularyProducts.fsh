CodeSystem: ProductModality
Id: product-modality
Title: "Modality 첨단재생의료 구분"
Description: "What kind of advanced regenerative medicine a product is."
* ^caseSensitive = true
* ^experimental = false
* #cell "Cell therapy"
* #cell ^designation[0].language = #ko
* #cell ^designation[0].value = "세포치료"
* #gene "Gene therapy"
* #gene ^designation[0].language = #ko
* #gene ^designation[0].value = "유전자치료"
* #tissue-engineered "Tissue-engineered therapy"
* #tissue-engineered ^designation[0].language = #ko
* #tissue-engineered ^designation[0].value = "조직공학치료"
* #combined "Combined therapy"
* #combined ^designation[0].language = #ko
* #combined ^designation[0].value = "융복합치료"

ValueSet: ProductModalityCodes
Id: product-modality
Title: "Modality 첨단재생의료 구분"
Description: "What kind of advanced regenerative medicine a product is."
* ^experimental = false
* include codes from system ProductModality


CodeSystem: CellOrigin
Id: cell-origin
Title: "Origin of cells 세포 유래"
Description: "Whose cells they are."
* ^caseSensitive = true
* ^experimental = false
* #autologous "Autologous"
* #autologous ^designation[0].language = #ko
* #autologous ^designation[0].value = "자가"
* #allogeneic "Allogeneic"
* #allogeneic ^designation[0].language = #ko
* #allogeneic ^designation[0].value = "동종"
* #animal "Animal"
* #animal ^designation[0].language = #ko
* #animal ^designation[0].value = "이종"

ValueSet: CellOriginCodes
Id: cell-origin
Title: "Origin of cells 세포 유래"
Description: "Whose cells they are."
* ^experimental = false
* include codes from system CellOrigin


CodeSystem: CellKind
Id: cell-kind
Title: "Kind of cells 세포 종류"
Description: "Kinds that the risk class depends on."
* ^caseSensitive = true
* ^experimental = false
* #somatic "Somatic"
* #somatic ^designation[0].language = #ko
* #somatic ^designation[0].value = "체세포"
* #embryonic-stem "Embryonic stem"
* #embryonic-stem ^designation[0].language = #ko
* #embryonic-stem ^designation[0].value = "배아줄기세포"
* #induced-pluripotent "Induced pluripotent stem"
* #induced-pluripotent ^designation[0].language = #ko
* #induced-pluripotent ^designation[0].value = "유도만능줄기세포"

ValueSet: CellKindCodes
Id: cell-kind
Title: "Kind of cells 세포 종류"
Description: "Kinds that the risk class depends on."
* ^experimental = false
* include codes from system CellKind


CodeSystem: CellManipulation
Id: manipulation
Title: "Manipulation 조작 정도"
Description: "How much the cells were processed."
* ^caseSensitive = true
* ^experimental = false
* #minimal "Minimal"
* #minimal ^designation[0].language = #ko
* #minimal ^designation[0].value = "최소조작"
* #more-than-minimal "More than minimal"
* #more-than-minimal ^designation[0].language = #ko
* #more-than-minimal ^designation[0].value = "최소조작 초과"

ValueSet: CellManipulationCodes
Id: manipulation
Title: "Manipulation 조작 정도"
Description: "How much the cells were processed."
* ^experimental = false
* include codes from system CellManipulation


CodeSystem: TissueFunction
Id: tissue-function
Title: "Function of engineered tissue 조직 기능"
Description: "What engineered tissue replaces."
* ^caseSensitive = true
* ^experimental = false
* #none "None"
* #none ^designation[0].language = #ko
* #none ^designation[0].value = "해당 없음"
* #structural-restoration "Structural restoration"
* #structural-restoration ^designation[0].language = #ko
* #structural-restoration ^designation[0].value = "구조 복원"
* #complete-replacement "Complete replacement"
* #complete-replacement ^designation[0].language = #ko
* #complete-replacement ^designation[0].value = "완전 대체"

ValueSet: TissueFunctionCodes
Id: tissue-function
Title: "Function of engineered tissue 조직 기능"
Description: "What engineered tissue replaces."
* ^experimental = false
* include codes from system TissueFunction
