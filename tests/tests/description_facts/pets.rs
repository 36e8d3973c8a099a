//! A small description and the facts that it says, word for word.

pub(crate) const SHAPES: &str = "
enums:
  sex_enum: [f, m]
shapes:
  validation_error:
    type: object
    fields:
      error: {type: boolean, required: true}
";

pub(crate) const NOT_BOUND: &str = "
operations:
- {tag: Pets, operation_id: feedPet}
- {tag: Gone}
tags: [Vets]
";

pub(crate) const FACTS: &str = "
- tag: Pets
  operation_id: listPets
  method: GET
  path: /v1/pets
  request_line: read
  params:
    query:
      search: {type: string}
      sort: {type: string, enum_partial: [name]}
      UNKNOWN_1: {type: string}
  responses:
    '200':
      type: object
      fields:
        data:
          type: array
          required: true
          items:
            type: object
            fields:
              id: {type: string, pattern: ^\\d+$, required: true}
              sex: {type: string, enum_of: sex_enum, nullable: true}
              born_at: {type: string, format: date-time}
              owner: {type: string, required: true, from: sample}
        count: {type: number, required: true, guess: true}
- tag: Pets
  operation_id: createPet
  method: POST
  path: /v1/pets
  request_line: read
  body:
    type: object
    required: true
    fields:
      name: {type: string, min_length: 1, required: true, example: Rex}
      kind: {type: string, enum: [cat, dog], enum_cut: true, required: true}
      legs: {type: integer, minimum: 1}
      tame: {type: boolean, default: false}
      names: {type: array, items: {type: string}}
      nick: {type: string, nullable: true}
      toys: {type: array, nullable: true}
  responses:
    '200':
      one_of:
        - {type: object, fields: {text: {type: string}}}
        - {type: object}
    '400': {same_as: validation_error}
    '500': {}
- tag: Gone
  operation_id: deletePet
  method: DELETE
  path: /v1/pets/{id}
  request_line: inferred
  gaps: true
  params:
    path:
      id: {type: string, required: true, guess: true}
";

pub(crate) const DESCRIPTION: &str = "
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
tags:
  - {name: Pets, description: All pets.}
  - {name: Gone, description: Pets that are no more.}
x-not-bound:
  - {tag: Pets, operationId: feedPet, known: Only its name is known.}
  - {tag: Gone, known: One more exists.}
x-unread-tags: [Vets]
paths:
  /v1/pets:
    get:
      tags: [Pets]
      operationId: listPets
      summary: List pets
      x-provenance: read
      x-unknown: [The name of a parameter., The error responses are not shown.]
      parameters:
        - name: search
          in: query
          schema: {type: string}
        - name: sort
          in: query
          description: Seen with the value name.
          schema: {type: string}
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data:
                    type: array
                    items: {$ref: '#/components/schemas/Pet'}
                  count: {type: number, x-provenance: inferred}
        '400': {$ref: '#/components/responses/InferredBadRequest'}
        '401': {$ref: '#/components/responses/InferredUnauthorised'}
        '403': {$ref: '#/components/responses/InferredForbidden'}
        '429': {$ref: '#/components/responses/InferredTooManyRequests'}
        '500': {$ref: '#/components/responses/InferredServerError'}
    post:
      tags: [Pets]
      operationId: createPet
      x-provenance: read
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name, kind]
              properties:
                name: {type: string, minLength: 1, examples: [Rex]}
                kind: {type: string, enum: [cat, dog], x-enum-open: true}
                legs: {type: integer, minimum: 1}
                tame: {type: boolean, default: false}
                names: {type: array, items: {type: string}}
                nick: {type: [string, 'null']}
                toys: {type: [array, 'null'], items: {}}
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema:
                anyOf:
                  - {title: Text, type: object, properties: {text: {type: string}}}
                  - {title: Other, type: object, additionalProperties: true}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/InferredUnauthorised'}
        '403': {$ref: '#/components/responses/InferredForbidden'}
        '429': {$ref: '#/components/responses/InferredTooManyRequests'}
        '500': {$ref: '#/components/responses/ServerError'}
  /v1/pets/{id}:
    delete:
      tags: [Gone]
      operationId: deletePet
      x-provenance: inferred
      x-unknown: [The error responses are not shown.]
      parameters:
        - name: id
          in: path
          required: true
          schema: {type: string}
      responses:
        '200':
          description: Ok; body not documented.
          content:
            application/json:
              schema: {type: object, additionalProperties: true, x-provenance: inferred}
        '401': {$ref: '#/components/responses/InferredUnauthorised'}
        '403': {$ref: '#/components/responses/InferredForbidden'}
        '404': {$ref: '#/components/responses/InferredNotFound'}
        '429': {$ref: '#/components/responses/InferredTooManyRequests'}
        '500': {$ref: '#/components/responses/InferredServerError'} # of deletePet
components:
  responses:
    BadRequest:
      content: &error {application/json: {schema: {$ref: '#/components/schemas/ValidationError'}}}
      description: The request is not valid.
      x-provenance: read
    InferredBadRequest: {description: The request is not valid., x-provenance: inferred, content: *error}
    InferredUnauthorised: {description: The key is not valid., x-provenance: inferred}
    InferredForbidden: {description: Not allowed., x-provenance: inferred}
    InferredNotFound: {description: Not found., x-provenance: inferred}
    InferredTooManyRequests: {description: Too many., x-provenance: inferred}
    InferredServerError: {description: A fault of the server., x-provenance: inferred}
    ServerError: {description: An error of the server., x-provenance: read}
  schemas:
    ValidationError:
      type: object
      required: [error]
      properties: {error: {type: boolean}}
    Sex: {type: string, enum: [f, m]}
    Pet:
      type: object
      required: [id]
      properties:
                  id: {type: string, pattern: '^\\d+$', examples: ['1']}
                  sex:
                    oneOf: [{$ref: '#/components/schemas/Sex'}, {type: 'null'}]
                  born_at: {type: string, format: date-time}
                  owner: {type: [string, 'null'], x-provenance: sample}
";
