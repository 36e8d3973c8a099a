//! Changes of the small description, one a fact, and what the comparison is to say of each.

/// What changes, the text of the description before and after it, and what is to be reported.
pub(crate) type Departure = (&'static str, &'static str, &'static str, &'static [&'static str]);

pub(crate) const DEPARTURES: &[Departure] = &[
    (
        "a removed field",
        "                  born_at: {type: string, format: date-time}\n",
        "",
        &["listPets: 200.data[].born_at: facts say a field, description says nothing"],
    ),
    (
        "an extra field",
        "                  born_at: {type: string, format: date-time}\n",
        "                  born_at: {type: string, format: date-time}\n                  died_at: {type: string}\n",
        &["listPets: 200.data[].died_at: facts say nothing, description says a field"],
    ),
    (
        "a wrong type",
        "legs: {type: integer, minimum: 1}",
        "legs: {type: string, minimum: 1}",
        &["createPet: body.legs type: facts say integer, description says string"],
    ),
    (
        "a wrong item type",
        "type: array, items: {type: string}",
        "type: array, items: {type: number}",
        &["createPet: body.names[] type: facts say string, description says number"],
    ),
    (
        "a nullable array of unknown items",
        "type: [array, 'null'], items: {}",
        "type: [array, 'null']",
        &["createPet: body.toys[]: facts say an item type, description says nothing"],
    ),
    (
        "items of which the facts know nothing",
        "type: [array, 'null'], items: {}",
        "type: [array, 'null'], items: {type: string}",
        &["createPet: body.toys[]: facts say {}, description says {\"type\":\"string\"}"],
    ),
    (
        "a field that should be required",
        "required: [name, kind]",
        "required: [kind]",
        &["createPet: body.name required: facts say true, description says false"],
    ),
    (
        "a field that should be optional",
        "required: [name, kind]",
        "required: [name, kind, legs]",
        &["createPet: body.legs required: facts say false, description says true"],
    ),
    (
        "a required field that is none",
        "required: [name, kind]",
        "required: [name, kind, ghost]",
        &[
            "createPet: body.ghost required: facts say nothing, description says required, without a property of this name",
        ],
    ),
    (
        "a missing value",
        "enum: [cat, dog]",
        "enum: [cat]",
        &["createPet: body.kind enum: facts say [\"cat\",\"dog\"], description says [\"cat\"]"],
    ),
    (
        "an open enum closed",
        ", x-enum-open: true",
        "",
        &["createPet: body.kind x-enum-open: facts say true, description says false"],
    ),
    (
        "a missing format",
        "born_at: {type: string, format: date-time}",
        "born_at: {type: string}",
        &["listPets: 200.data[].born_at format: facts say \"date-time\", description says nothing"],
    ),
    (
        "a missing pattern",
        "id: {type: string, pattern: '^\\d+$', examples: ['1']}",
        "id: {type: string, examples: ['1']}",
        &["listPets: 200.data[].id pattern: facts say \"^\\\\d+$\", description says nothing"],
    ),
    (
        "a numeric id without an example",
        ", examples: ['1']",
        "",
        &["listPets: 200.data[].id examples: facts say [\"1\"], description says nothing"],
    ),
    (
        "a keyword that the facts do not have",
        "born_at: {type: string, format: date-time}",
        "born_at: {type: string, format: date-time, maxLength: 20}",
        &["listPets: 200.data[].born_at maxLength: facts say nothing, description says 20"],
    ),
    (
        "an example that the facts do not have",
        "born_at: {type: string, format: date-time}",
        "born_at: {type: string, format: date-time, examples: ['2026-01-01']}",
        &["listPets: 200.data[].born_at examples: facts say nothing, description says [\"2026-01-01\"]"],
    ),
    (
        "a changed default",
        "default: false",
        "default: true",
        &["createPet: body.tame default: facts say false, description says true"],
    ),
    (
        "a changed minimum",
        "minimum: 1",
        "minimum: 0",
        &["createPet: body.legs minimum: facts say 1, description says 0"],
    ),
    (
        "a nullable field that is not",
        "nick: {type: [string, 'null']}",
        "nick: {type: string}",
        &["createPet: body.nick nullable: facts say true, description says false"],
    ),
    (
        "a field of a sample that is never null",
        "owner: {type: [string, 'null'], x-provenance: sample}",
        "owner: {type: string, x-provenance: sample}",
        &["listPets: 200.data[].owner nullable: facts say true, description says false"],
    ),
    (
        "a nullable reference that is not",
        "oneOf: [{$ref: '#/components/schemas/Sex'}, {type: 'null'}]",
        "$ref: '#/components/schemas/Sex'",
        &["listPets: 200.data[].sex nullable: facts say true, description says false"],
    ),
    (
        "null among the values of a field that is never null",
        "enum: [cat, dog]",
        "enum: [cat, dog, null]",
        &["createPet: body.kind enum: facts say no null among the values, description says null"],
    ),
    (
        "a wrong provenance of a field",
        "owner: {type: [string, 'null'], x-provenance: sample}",
        "owner: {type: [string, 'null'], x-provenance: inferred}",
        &["listPets: 200.data[].owner x-provenance: facts say sample, description says \"inferred\""],
    ),
    (
        "a provenance that is left out",
        "owner: {type: [string, 'null'], x-provenance: sample}",
        "owner: {type: [string, 'null']}",
        &["listPets: 200.data[].owner x-provenance: facts say sample, description says nothing, so read"],
    ),
    (
        "a provenance that goes without saying",
        "born_at: {type: string, format: date-time}",
        "born_at: {type: string, format: date-time, x-provenance: read}",
        &[
            "listPets: 200.data[].born_at x-provenance: facts say nothing beside the read that holds already, description says read",
        ],
    ),
    (
        "a provenance of a parameter in the wrong place",
        "name.\n          schema: {type: string}",
        "name.\n          schema: {type: string, x-provenance: read}",
        &[
            "listPets: query sort schema x-provenance: facts say nothing: it is the parameter's, description says \"read\"",
        ],
    ),
    (
        "a wrong provenance of an operation",
        "      x-provenance: inferred\n",
        "      x-provenance: read\n",
        &["deletePet: x-provenance: facts say \"inferred\", description says \"read\""],
    ),
    (
        "a missing parameter",
        "        - name: search\n          in: query\n          schema: {type: string}\n",
        "",
        &["listPets: query search: facts say a parameter, description says nothing"],
    ),
    (
        "an optional path parameter",
        "          in: path\n          required: true\n",
        "          in: path\n",
        &["deletePet: path id required: facts say true, description says false"],
    ),
    (
        "another method",
        "    delete:\n",
        "    put:\n",
        &["deletePet: method: facts say \"DELETE\", description says \"PUT\""],
    ),
    (
        "another path",
        "  /v1/pets/{id}:\n",
        "  /v1/pet/{id}:\n",
        &["deletePet: path: facts say \"/v1/pets/{id}\", description says \"/v1/pet/{id}\""],
    ),
    (
        "another tag",
        "      tags: [Gone]\n",
        "      tags: [Pets]\n",
        &["deletePet: tags: facts say [\"Gone\"], description says [\"Pets\"]"],
    ),
    (
        "another operation id",
        "operationId: deletePet\n",
        "operationId: removePet\n",
        &[
            "deletePet: operation: facts say DELETE /v1/pets/{id}, description says nothing",
            "removePet: operation: facts say nothing, description says DELETE /v1/pets/{id}",
        ],
    ),
    (
        "a body that nothing requires",
        "      requestBody:\n        required: true\n",
        "      requestBody:\n",
        &["createPet: body required: facts say true, description says false"],
    ),
    (
        "a missing error status",
        "        '500': {$ref: '#/components/responses/InferredServerError'} # of deletePet\n",
        "",
        &["deletePet: 500: facts say a $ref to InferredServerError, description says nothing"],
    ),
    (
        "an extra error status",
        "        '500': {$ref: '#/components/responses/InferredServerError'} # of deletePet\n",
        "        '500': {$ref: '#/components/responses/InferredServerError'}\n        '409': {description: Conflict}\n",
        &["deletePet: 409: facts say nothing, description says a response"],
    ),
    (
        "an error status that no page lists, as if one did",
        "        '500': {$ref: '#/components/responses/InferredServerError'} # of deletePet\n",
        "        '500': {$ref: '#/components/responses/ServerError'}\n",
        &[
            "deletePet: 500: facts say a $ref to InferredServerError, description says {\"$ref\":\"#/components/responses/ServerError\"}",
        ],
    ),
    (
        "a wrong provenance of an error response",
        "An error of the server., x-provenance: read",
        "An error of the server., x-provenance: inferred",
        &["createPet: 500 x-provenance: facts say \"read\", description says \"inferred\""],
    ),
    (
        "alternatives of which only one may hold",
        "anyOf:",
        "oneOf:",
        &[
            "createPet: 200 anyOf: facts say 2 alternatives, description says nothing",
            "createPet: 200 oneOf: facts say nothing, description says [{\"title\":\"Text\",\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}}},{\"title\":\"Other\",\"type\":\"object\",\"additionalProperties\":true}]",
        ],
    ),
    (
        "a tag of which nothing can be read",
        "x-unread-tags: [Vets]\n",
        "",
        &["document: x-unread-tags: facts say [\"Vets\"], description says nothing"],
    ),
    (
        "a field taken from an alternative",
        "properties: {text: {type: string}}",
        "properties: {}",
        &["createPet: 200(1).text: facts say a field, description says nothing"],
    ),
    (
        "a shared shape that lost a field",
        "properties: {error: {type: boolean}}",
        "properties: {}",
        &[
            "listPets: 400.error: facts say a field, description says nothing",
            "listPets: 400.error required: facts say nothing, description says required, without a property of this name",
            "createPet: 400.error: facts say a field, description says nothing",
            "createPet: 400.error required: facts say nothing, description says required, without a property of this name",
        ],
    ),
    (
        "an unknown object that is closed",
        "schema: {type: object, additionalProperties: true, x-provenance: inferred}",
        "schema: {type: object, x-provenance: inferred}",
        &["deletePet: 200 additionalProperties: facts say true, description says nothing"],
    ),
    (
        "an operation that is not to be bound, but is not listed",
        "  - {tag: Pets, operationId: feedPet, known: Only its name is known.}\n",
        "",
        &[
            "document: x-not-bound: facts say [\"Pets feedPet\",\"Gone (unnamed)\"], description says [\"Gone (unnamed)\"]",
        ],
    ),
    (
        "an operation that is not to be bound, but is",
        "    delete:\n",
        "    post:\n      operationId: feedPet\n    delete:\n",
        &["feedPet: operation: facts say nothing, description says POST /v1/pets/{id}"],
    ),
    (
        "a component that nothing uses",
        "    Sex: {type: string, enum: [f, m]}\n",
        "    Sex: {type: string, enum: [f, m]}\n    Colour: {type: string}\n",
        &[
            "document: #/components/schemas/Colour: facts say nothing, description says a component that no operation uses",
        ],
    ),
    (
        "nothing said of what is unknown",
        "      x-unknown: [The error responses are not shown.]\n",
        "",
        &[
            "deletePet: x-unknown: facts say The error responses are not shown., description says nothing",
            "deletePet: x-unknown: facts say that something is unknown, description says nothing",
        ],
    ),
    (
        "a value that is not mentioned",
        "Seen with the value name.",
        "Seen.",
        &["listPets: query sort description: facts say the value name, description says \"Seen.\""],
    ),
];
