//! A transcribed `openapi.yaml` says what the facts in `tests/facts` say, and nothing else. Once `openapi.lock` says that the
//! description is the published one, the facts no longer bind it and these tests stand aside.

use std::{error::Error, fs, path::Path};

use hero_tests::facts::{Difference, Exception, Facts, differences, without_exceptions};
use xtask::document::Document;

/// Where the description departs from the facts on purpose.
const EXCEPTIONS: &[Exception] = &[
    Exception {
        operation: "registerPatientPds",
        place: "200(1).patient_id required",
        description: "true",
        reason: "decides between the two success bodies",
    },
    Exception {
        operation: "registerPatientPds",
        place: "200(1).patient_id nullable",
        description: "false",
        reason: "decides between the two success bodies",
    },
];

const MANIFEST_DIR: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn every_fact_is_in_the_description_and_nothing_else() -> Result<(), Box<dyn Error>> {
    let root = Path::new(MANIFEST_DIR).join("..");
    if is_published(&read(&root.join("openapi.lock"))?)? {
        println!("openapi.yaml is the published description: nothing to compare with the facts");
        return Ok(());
    }
    let facts = Facts::load(&Path::new(MANIFEST_DIR).join("facts"))?;
    let description = Document::parse(&read(&root.join("openapi.yaml"))?)?;
    let found = without_exceptions(differences(&facts, &description.value), EXCEPTIONS);
    assert!(
        found.is_empty(),
        "openapi.yaml and tests/facts differ in {} places:\n{}",
        found.len(),
        lines(&found).join("\n")
    );
    Ok(())
}

#[test]
fn the_facts_hold_for_a_transcribed_description_only() -> Result<(), Box<dyn Error>> {
    assert!(!is_published("origin = \"transcribed\"\n[document]\nsha256 = \"00\"\n")?);
    assert!(is_published("origin = \"published\"\n")?);
    assert!(is_published("origin = \"guessed\"\n").is_err());
    assert!(is_published("[document]\norigin = \"published\"\n").is_err());
    Ok(())
}

#[test]
fn a_faithful_description_has_no_differences() -> Result<(), Box<dyn Error>> {
    assert_eq!(found_in(DESCRIPTION)?, [""; 0]);
    Ok(())
}

#[test]
fn every_departure_from_the_facts_is_reported() -> Result<(), Box<dyn Error>> {
    for (change, from, to, expected) in DEPARTURES {
        assert_eq!(DESCRIPTION.matches(from).count(), 1, "{change}: the text to change is in the description once");
        let found = found_in(&DESCRIPTION.replace(from, to)).map_err(|error| format!("{change}: {error}"))?;
        assert_eq!(found, *expected, "{change}");
    }
    Ok(())
}

#[test]
fn all_departures_are_reported_together() -> Result<(), Box<dyn Error>> {
    let renamed = DESCRIPTION
        .replace("        - name: search\n", "        - name: find\n")
        .replace("minLength: 1, ", "")
        .replace("nick: {", "nickname: {");
    assert_eq!(
        found_in(&renamed)?,
        [
            "listPets: query search: facts say a parameter, description says nothing",
            "listPets: query find: facts say nothing, description says a parameter",
            "createPet: body.name minLength: facts say 1, description says nothing",
            "createPet: body.nick: facts say a field, description says nothing",
            "createPet: body.nickname: facts say nothing, description says a field",
        ]
    );
    Ok(())
}

#[test]
fn an_exception_takes_one_difference_away_and_must_be_needed() -> Result<(), Box<dyn Error>> {
    const EXCEPTION: Exception =
        Exception { operation: "createPet", place: "body.name minLength", description: "nothing", reason: "a test" };
    let departed = compared(&DESCRIPTION.replace("minLength: 1, ", ""))?;
    assert_eq!(lines(&without_exceptions(departed, &[EXCEPTION])), [""; 0]);
    assert_eq!(
        lines(&without_exceptions(compared(DESCRIPTION)?, &[EXCEPTION])),
        ["createPet: body.name minLength: facts say the same as the description, \
          description says the same, so the exception for nothing (a test) is to be removed"]
    );
    Ok(())
}

#[test]
fn a_fact_that_the_check_does_not_know_is_refused() {
    let facts = FACTS.replace("min_length: 1", "max_length: 1");
    let error = Facts::parse(&[&facts], SHAPES, NOT_BOUND).err().unwrap_or_default();
    assert!(error.contains("max_length"), "{error}");
}

fn is_published(lock: &str) -> Result<bool, Box<dyn Error>> {
    let lock: toml::Table = lock.parse()?;
    match lock.get("origin").and_then(toml::Value::as_str) {
        Some("transcribed") => Ok(false),
        Some("published") => Ok(true),
        other => Err(format!("openapi.lock: origin is {other:?}, neither transcribed nor published").into()),
    }
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn compared(description: &str) -> Result<Vec<Difference>, Box<dyn Error>> {
    let facts = Facts::parse(&[FACTS], SHAPES, NOT_BOUND)?;
    Ok(differences(&facts, &Document::parse(description)?.value))
}

fn found_in(description: &str) -> Result<Vec<String>, Box<dyn Error>> {
    Ok(lines(&compared(description)?))
}

fn lines(differences: &[Difference]) -> Vec<String> {
    differences.iter().map(ToString::to_string).collect()
}

/// What changes, the text of the description before and after it, and what is to be reported.
type Departure = (&'static str, &'static str, &'static str, &'static [&'static str]);

const DEPARTURES: &[Departure] = &[
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
        "id: {type: string, pattern: '^\\d+$'}",
        "id: {type: string}",
        &["listPets: 200.data[].id pattern: facts say \"^\\\\d+$\", description says nothing"],
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
        "        '500': {$ref: '#/components/responses/ServerError'} # of deletePet\n",
        "",
        &["deletePet: 500: facts say a $ref to ServerError, description says nothing"],
    ),
    (
        "an extra error status",
        "        '500': {$ref: '#/components/responses/ServerError'} # of deletePet\n",
        "        '500': {$ref: '#/components/responses/ServerError'}\n        '409': {description: Conflict}\n",
        &["deletePet: 409: facts say nothing, description says a response"],
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
        "  []\n",
        &["document: x-not-bound: facts say [\"Pets feedPet\"], description says []"],
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
        "      x-unknown: [What it answers.]\n",
        "",
        &["deletePet: x-unknown: facts say that something is unknown, description says nothing"],
    ),
    (
        "a value that is not mentioned",
        "Seen with the value name.",
        "Seen.",
        &["listPets: query sort description: facts say the value name, description says \"Seen.\""],
    ),
];

const SHAPES: &str = "
enums:
  sex_enum: [f, m]
shapes:
  validation_error:
    type: object
    fields:
      error: {type: boolean, required: true}
";

const NOT_BOUND: &str = "
- {tag: Pets, operation_id: feedPet}
";

const FACTS: &str = "
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

const DESCRIPTION: &str = "
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
