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
- {tag: Pets, operation_id: feedPet}
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
paths:
  /v1/pets:
    get:
      tags: [Pets]
      operationId: listPets
      summary: List pets
      x-provenance: read
      x-unknown: [The name of a parameter.]
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
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorised'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '500': {$ref: '#/components/responses/ServerError'}
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
                oneOf:
                  - {title: Text, type: object, properties: {text: {type: string}}}
                  - {title: Other, type: object, additionalProperties: true}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorised'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '500': {$ref: '#/components/responses/ServerError'}
  /v1/pets/{id}:
    delete:
      tags: [Gone]
      operationId: deletePet
      x-provenance: inferred
      x-unknown: [What it answers.]
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
        '401': {$ref: '#/components/responses/Unauthorised'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '500': {$ref: '#/components/responses/ServerError'} # of deletePet
components:
  responses:
    BadRequest:
      description: The request is not valid.
      content:
        application/json:
          schema: {$ref: '#/components/schemas/ValidationError'}
    Unauthorised: {description: The key is not valid.}
    Forbidden: {description: Not allowed.}
    NotFound: {description: Not found.}
    TooManyRequests: {description: Too many.}
    ServerError: {description: A fault of the server.}
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
                  id: {type: string, pattern: '^\\d+$'}
                  sex:
                    oneOf: [{$ref: '#/components/schemas/Sex'}, {type: 'null'}]
                  born_at: {type: string, format: date-time}
                  owner: {type: [string, 'null'], x-provenance: sample}
";
