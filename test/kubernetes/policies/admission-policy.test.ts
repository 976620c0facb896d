import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy', [
  [
    'spec: { matchConstraints: { resourceRules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods] }] }, validations: [{ expression: "object.spec.replicas <= 5", message: too many, reason: Invalid }] }',
    [],
  ],
  [
    'spec: { failurePolicy: Warn, paramKind: {} }',
    [
      'manifest/unsupported-value: spec.failurePolicy must be Fail or Ignore, not "Warn"',
      'manifest/missing-value: spec.paramKind.apiVersion must be set',
      'manifest/missing-value: spec.paramKind.kind must be set',
      'manifest/missing-value: spec.matchConstraints must be set',
      'manifest/missing-value: spec.validations must be set where auditAnnotations is not',
    ],
  ],
  [
    'spec: { matchConstraints: { resourceRules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods] }] }, paramKind: { apiVersion: a/b/c, kind: A_b }, validations: [{ expression: "params.x == 1" }] }',
    [
      'manifest/invalid-value: spec.paramKind.apiVersion must be a version behind an optional group, not "a/b/c"',
      'manifest/invalid-value: spec.paramKind.kind must be a DNS label that starts with a letter: at most 63 lower case letters, digits and "-", with a letter or digit at the end, not "A_b"',
    ],
  ],
  [
    'spec: { matchConstraints: { resourceRules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods] }] }, validations: [{ expression: "params.x == 1" }, { expression: object.spec.ok }, { expression: "true", message: " ", messageExpression: " ", reason: Unauthorized }] }',
    [
      "manifest/invalid-value: spec.validations[0].expression must be a valid CEL expression: undeclared reference to 'params'",
      'manifest/invalid-value: spec.validations[1].expression must give bool, not dyn',
      'manifest/invalid-value: spec.validations[2].messageExpression must not be blank',
      'manifest/invalid-value: spec.validations[2].message must not be blank',
      'manifest/unsupported-value: spec.validations[2].reason must be Forbidden, Invalid or RequestEntityTooLarge, not "Unauthorized"',
    ],
  ],
  [
    `spec: { matchConstraints: { resourceRules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods] }] }, validations: [{ expression: "authorizer.path('/x').check('get').allowed()" }, { expression: "namespaceObject.metadata.labels.a == 'b'" }, { expression: "request.userInfo.groups.exists(g, g == 'a')" }] }`,
    [],
  ],
  [
    'spec: { matchConstraints: { resourceRules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods] }] }, variables: [{ name: count, expression: "size(object.metadata.name)" }, { name: 1a, expression: "variables.count" }, { name: in, expression: "variables.later" }, {}], validations: [{ expression: "variables.count > 3", messageExpression: "variables.count" }] }',
    [
      'manifest/name: spec.variables[1].name must be letters, digits and "_", without a digit at the start, and not a word that CEL reserves, not "1a"',
      'manifest/name: spec.variables[2].name must be letters, digits and "_", without a digit at the start, and not a word that CEL reserves, not "in"',
      "manifest/invalid-value: spec.variables[2].expression must be a valid CEL expression: undefined field 'later'",
      'manifest/missing-value: spec.variables[3].name must be set',
      'manifest/missing-value: spec.variables[3].expression must be set',
      'manifest/invalid-value: spec.validations[0].messageExpression must give string, not int',
    ],
  ],
  [
    `spec: { matchConstraints: { resourceRules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods] }] }, auditAnnotations: [{ key: a b, valueExpression: "1" }, { key: c, valueExpression: "'x'" }, { key: c, valueExpression: "null" }] }`,
    [
      'manifest/name: spec.auditAnnotations[0].key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "web/a b"',
      'manifest/invalid-value: spec.auditAnnotations[0].valueExpression must give string or null_type, not int',
      'manifest/duplicate-value: spec.auditAnnotations[2].key must be unique, and "c" is there already',
    ],
  ],
  [
    'spec: { matchConstraints: { matchPolicy: exact, resourceRules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods], resourceNames: [a, a, b/c] }] }, validations: [{ expression: "true", message: "a\\nb" }] }',
    [
      'manifest/unsupported-value: spec.matchConstraints.matchPolicy must be Equivalent or Exact, not "exact" (did you mean Exact?)',
      'manifest/duplicate-value: spec.matchConstraints.resourceRules[0].resourceNames[1] must be unique, and "a" is there already',
      'manifest/name: spec.matchConstraints.resourceRules[0].resourceNames[2] must be a path segment: not "." or "..", without "/" and "%", not "b/c"',
      'manifest/invalid-value: spec.validations[0].message must not contain line breaks',
    ],
  ],
]);

testObjects(policyRules, 'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding', [
  ['spec: { policyName: a, validationActions: [Deny, Audit] }', []],
  [
    'spec: { validationActions: [Deny, Warn, Warn, deny], paramRef: {} }',
    [
      'manifest/missing-value: spec.policyName must be set',
      'manifest/missing-value: spec.paramRef must be set with name or selector',
      'manifest/missing-value: spec.paramRef.parameterNotFoundAction must be set',
      'manifest/duplicate-value: spec.validationActions[2] must be unique, and "Warn" is there already',
      'manifest/unsupported-value: spec.validationActions[3] must be Audit, Deny or Warn, not "deny" (did you mean Deny?)',
      'manifest/invalid-value: spec.validationActions must not hold both Deny and Warn, which would say the same twice',
    ],
  ],
  [
    'spec: { policyName: A, validationActions: [], paramRef: { name: a, selector: {}, parameterNotFoundAction: Ignore } }',
    [
      'manifest/name: spec.policyName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/forbidden-field: spec.paramRef.selector must not be set together with name',
      'manifest/unsupported-value: spec.paramRef.parameterNotFoundAction must be Allow or Deny, not "Ignore"',
      'manifest/missing-value: spec.validationActions must be set',
    ],
  ],
]);
