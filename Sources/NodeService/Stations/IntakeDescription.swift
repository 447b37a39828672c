/// `docs/openapi/intake.yaml`, as it is served.
enum IntakeDescription {
    static let text = #"""
        openapi: 3.1.0
        info:
          title: Tongzhou intake 同舟监测数据报送接口
          version: "1"
          summary: Stations deliver readings to the node of their province.
          description: |
            A batch is recorded whole or not at all. 200 is answered when every reading of the batch stands in the
            signed log on disk. The same batch sent again records nothing new and is answered alike, so a sender that has
            no answer simply sends it again. 整批记录或一条不记；答复 200 时已写入签名日志并落盘；未收到答复时原样重发即可。
        servers:
          - url: http://127.0.0.1:8080
            description: As `intake.listen` in the node's configuration says; https with `tls true`.
        security:
          - token: []
          - certificate: []
        paths:
          /v1/readings:
            post:
              operationId: deliverReadings
              summary: Deliver a batch of readings 报送一批监测数据
              parameters:
                - name: Idempotency-Key
                  in: header
                  required: false
                  description: >-
                    Chosen by the sender for one batch. Batches are recognised by their content with or without it; a key that
                    comes with another batch is refused.
                  schema: {type: string, minLength: 1, maxLength: 255, pattern: '^[\x21-\x7e]+$'}
              requestBody:
                required: true
                description: At most 8 MiB and 10 000 readings.
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Batch'}
                  text/csv:
                    schema:
                      type: string
                      description: A table as `tongzhou import` takes it, in UTF-8 or GB 18030, times with their year.
              responses:
                '200':
                  description: Recorded, durably; or recorded before.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Receipt'}
                '400': {$ref: '#/components/responses/Problem'}
                '401':
                  description: No valid token or certificate.
                  headers:
                    WWW-Authenticate: {required: true, schema: {type: string}}
                  content:
                    application/problem+json:
                      schema: {$ref: '#/components/schemas/Problem'}
                '403': {$ref: '#/components/responses/Problem'}
                '408': {$ref: '#/components/responses/Problem'}
                '413': {$ref: '#/components/responses/Problem'}
                '415': {$ref: '#/components/responses/Problem'}
                '422': {$ref: '#/components/responses/Problem'}
                '429': {$ref: '#/components/responses/Later'}
                '503': {$ref: '#/components/responses/Later'}
          /v1/openapi.yaml:
            get:
              operationId: describe
              summary: This description 本说明
              security: []
              responses:
                '200':
                  description: OpenAPI 3.1.
                  content:
                    application/yaml:
                      schema: {type: object, required: [openapi]}
        components:
          securitySchemes:
            token:
              type: http
              scheme: bearer
              description: Made by `tongzhou senders add`, shown once, kept as a hash only.
            certificate:
              type: mutualTLS
              description: A certificate of the federation's authority whose node name `tongzhou senders add` was given.
          responses:
            Problem:
              description: Nothing was recorded; the code says why.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            Later:
              description: Nothing was recorded; to be sent again later.
              headers:
                Retry-After: {required: true, schema: {type: integer, minimum: 1}}
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
          schemas:
            Batch:
              type: object
              additionalProperties: false
              required: [readings]
              properties:
                readings:
                  type: array
                  minItems: 1
                  maxItems: 10000
                  items: {$ref: '#/components/schemas/Reading'}
            Reading:
              type: object
              additionalProperties: false
              required: [section, time, status, values]
              properties:
                section:
                  type: string
                  description: Identifier of a section that the sender may deliver.
                  examples: [430000-liye]
                time:
                  type: string
                  description: At +08:00, to the minute, not in the future.
                  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:00)?\+08:00$'
                  examples: ['2021-04-01T08:00+08:00']
                status:
                  type: string
                  enum: [normal, maintenance, suspended, dry, frozen, missing]
                published_class:
                  type: string
                  enum: [Ⅰ, Ⅱ, Ⅲ, Ⅳ, Ⅴ, 劣Ⅴ]
                values:
                  type: object
                  description: >-
                    Indicator code to value, as it was measured: decimal digits as text, `<0.025` or `0.025L` below a detection
                    limit. Never a JSON number. What was not measured is left out.
                  propertyNames:
                    enum: [temp, ph, do, codmn, cod, bod5, nh3n, tp, tn, cu, zn, f, se, as, hg, cd, cr6, pb, cn, vphen, oil, las, s, fc]
                  additionalProperties: {type: string, pattern: '^(<[0-9]+(\.[0-9]+)?|[0-9]+(\.[0-9]+)?L?)$'}
                  examples: [{nh3n: '0.025', codmn: '2.6', tp: '<0.01'}]
            Receipt:
              type: object
              required: [schema, sha256, readings, entries]
              properties:
                schema: {const: 1}
                sha256: {type: string, description: Of the batch, pattern: '^[0-9a-f]{64}$'}
                readings: {type: integer, minimum: 1, description: 'How many it has, repetitions counted once.'}
                entries:
                  type: array
                  minItems: 1
                  description: Where they stand in the log.
                  items: {type: string, examples: ['430000.tongzhou.test/common/1#17']}
            Problem:
              type: object
              description: RFC 9457.
              required: [type, code, status, title, title_zh]
              properties:
                type: {type: string, pattern: '^urn:tongzhou:problem:'}
                code: {type: string, pattern: '^intake-', description: 'Stable, see docs/errors.md.'}
                status: {type: integer, minimum: 400, maximum: 599}
                title: {type: string}
                title_zh: {type: string}
                detail: {type: string}
                errors:
                  type: array
                  minItems: 1
                  items: {$ref: '#/components/schemas/Error'}
            Error:
              type: object
              description: One thing wrong in the batch; all of them are told at once, at most 1000 and that there were more.
              required: [code, detail, detail_zh]
              properties:
                pointer: {type: string, description: 'Into a batch in JSON, RFC 6901.'}
                row: {type: integer, minimum: 1, description: Of a table.}
                column: {type: string, pattern: '^[A-Z]+$'}
                code: {type: string, description: 'As in an import, see docs/errors.md.'}
                detail: {type: string}
                detail_zh: {type: string}

        """#
}
