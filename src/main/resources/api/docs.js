SwaggerUIBundle({
  url: '/api/openapi.yml',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  validatorUrl: null,
});
