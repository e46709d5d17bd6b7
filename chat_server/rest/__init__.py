"""REST: the URL table, thin handlers, problem+json, OpenAPI and the pages."""
