{{/* The name of everything in the release. */}}
{{- define "estate.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "estate.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "estate.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{/* What tells the pods of one component from all others; takes a dict of root and component. */}}
{{- define "estate.selector" -}}
app.kubernetes.io/name: {{ include "estate.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "estate.labels" -}}
{{ include "estate.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: nhs-web-estate
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "estate.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ default .Chart.AppVersion .Values.image.tag }}
{{- end -}}
{{- end -}}

{{/* Whether the scanner's settings are given here. */}}
{{- define "estate.hasConfig" -}}
{{- if .Values.scannerConfig.scannerYml }}true{{ end -}}
{{- end -}}

{{- define "estate.podAnnotations" -}}
{{- if eq (include "estate.hasConfig" .root) "true" }}
checksum/scanner-config: {{ toJson .root.Values.scannerConfig | sha256sum }}
{{- end }}
{{- if .root.Values.metrics.annotations }}
prometheus.io/scrape: "true"
prometheus.io/path: /prometheus
prometheus.io/port: {{ .healthPort | quote }}
{{- end }}
{{- end -}}

{{/* What every pod has in common: no rights in the cluster, none on the node. */}}
{{- define "estate.podSpec" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{/* What every container has in common. */}}
{{- define "estate.container" -}}
image: {{ include "estate.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{- define "estate.env" -}}
- name: ESTATE_DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.existingSecret }}
      key: {{ .Values.database.keys.url }}
- name: ESTATE_DATABASE_USER
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.existingSecret }}
      key: {{ .Values.database.keys.user }}
- name: ESTATE_DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.existingSecret }}
      key: {{ .Values.database.keys.password }}
- name: ESTATE_LOG_FORMAT
  value: {{ .Values.log.format }}
{{- end -}}

{{/* Liveness does not ask the database: a restart would not mend it. Readiness does. */}}
{{- define "estate.probes" -}}
startupProbe:
  httpGet:
    path: /health/liveness
    port: health
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /health/liveness
    port: health
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 6
readinessProbe:
  httpGet:
    path: /health/readiness
    port: health
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
{{- end -}}

{{/* Never all pods of a component on one node, where there are several. */}}
{{- define "estate.spread" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "estate.selector" . | nindent 8 }}
{{- end -}}

{{- define "estate.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if eq (include "estate.hasConfig" .) "true" }}
- name: scanner-config
  mountPath: /etc/nhs-web-estate
  readOnly: true
{{- end }}
{{- end -}}

{{- define "estate.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 128Mi
{{- if eq (include "estate.hasConfig" .) "true" }}
- name: scanner-config
  configMap:
    name: {{ include "estate.fullname" . }}-scanner
    items:
      - key: scanner.yml
        path: scanner.yml
      {{- range $version, $_ := .Values.scannerConfig.policies }}
      - key: policy.{{ $version }}.yml
        path: policy/{{ $version }}.yml
      {{- end }}
{{- end }}
{{- end -}}

{{/* Egress that every pod needs: names, and the database. */}}
{{- define "estate.egress" -}}
- to:
    {{- toYaml .Values.networkPolicy.dns | nindent 4 }}
  ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
- to:
    {{- if not .Values.networkPolicy.database }}
    {{- fail "networkPolicy.database is empty: say where the database is, so that the pods may reach it and nothing else (or networkPolicy.enabled=false)" }}
    {{- end }}
    {{- toYaml .Values.networkPolicy.database | nindent 4 }}
  ports:
    - protocol: TCP
      port: {{ .Values.database.port }}
{{- end -}}
