import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration', [
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { service: { name: a, namespace: b, path: /x } }, rules: [{ operations: ["*"], apiGroups: [""], apiVersions: [v1], resources: [pods, "pods/*"] }] }]',
    [],
  ],
  [
    'webhooks: [{}]',
    [
      'manifest/missing-value: webhooks[0].name must be set',
      'manifest/missing-value: webhooks[0].sideEffects must be set',
      'manifest/missing-value: webhooks[0].clientConfig must be set with either url or service',
      'manifest/missing-value: webhooks[0].admissionReviewVersions must be set',
    ],
  ],
  [
    'webhooks: [{ name: example.org, admissionReviewVersions: [v2, v2, "1"], sideEffects: Some, failurePolicy: fail, matchPolicy: "", timeoutSeconds: 31, clientConfig: { url: "https://a.example.org", service: { name: a, namespace: b } } }]',
    [
      'manifest/name: webhooks[0].name must be a domain in lower case with at least three parts, not "example.org"',
      'manifest/unsupported-value: webhooks[0].failurePolicy must be Fail or Ignore, not "fail" (did you mean Fail?)',
      'manifest/unsupported-value: webhooks[0].matchPolicy must be Equivalent or Exact, not ""',
      'manifest/unsupported-value: webhooks[0].sideEffects must be None or NoneOnDryRun, not "Some" (did you mean None?)',
      'manifest/invalid-value: webhooks[0].timeoutSeconds must be from 1 to 30, not 31',
      'manifest/missing-value: webhooks[0].clientConfig must be set with either url or service',
      'manifest/invalid-value: webhooks[0].admissionReviewVersions[1] must not be there twice',
      'manifest/name: webhooks[0].admissionReviewVersions[2] must be a DNS label that starts with a letter: at most 63 lower case letters, digits and "-", with a letter or digit at the end, not "1"',
      'manifest/invalid-value: webhooks[0].admissionReviewVersions must hold v1 or v1beta1',
    ],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a" } }, { name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a" } }]',
    ['manifest/duplicate-value: webhooks[1].name must be unique, and "a.example.org" is there already'],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { service: { port: 0, path: a//B } } }]',
    [
      'manifest/missing-value: webhooks[0].clientConfig.service.name must be set',
      'manifest/missing-value: webhooks[0].clientConfig.service.namespace must be set',
      'manifest/invalid-value: webhooks[0].clientConfig.service.port must be from 1 to 65535, not 0',
      'manifest/invalid-value: webhooks[0].clientConfig.service.path must start with "/", not "a//B"',
      'manifest/invalid-value: webhooks[0].clientConfig.service.path must have DNS subdomains between its slashes, and is "a//B"',
    ],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "http://a" } }]',
    ['manifest/invalid-value: webhooks[0].clientConfig.url must start with https://, not be "http://a"'],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://u@a" } }]',
    ['manifest/invalid-value: webhooks[0].clientConfig.url must not have a user'],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a:b/" } }]',
    [
      'manifest/invalid-value: webhooks[0].clientConfig.url must have a host, and an optional port, not "a:b"',
    ],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a/?b" } }]',
    ['manifest/invalid-value: webhooks[0].clientConfig.url must not have query parameters'],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a/#b" } }]',
    ['manifest/invalid-value: webhooks[0].clientConfig.url must not have a fragment behind "#"'],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https:///b" } }]',
    ['manifest/invalid-value: webhooks[0].clientConfig.url must have a host'],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://[2001:db8::1]:8443/%20" } }]',
    [],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a/%zz" } }]',
    ['manifest/invalid-value: webhooks[0].clientConfig.url must have two hexadecimal digits behind each "%"'],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a" }, rules: [{ operations: ["*", CREATE, Create], apiGroups: [], apiVersions: [v1, ""], resources: ["*", pods, "pods/*", pods/log, "*/log", nodes/log], scope: All }] }]',
    [
      'manifest/invalid-value: webhooks[0].rules[0].operations must hold nothing else where it holds "*"',
      'manifest/unsupported-value: webhooks[0].rules[0].operations[2] must be *, CONNECT, CREATE, DELETE or UPDATE, not "Create" (did you mean CREATE?)',
      'manifest/missing-value: webhooks[0].rules[0].apiGroups must be set',
      'manifest/missing-value: webhooks[0].rules[0].apiVersions[1] must be set',
      'manifest/invalid-value: webhooks[0].rules[0].resources[3] must not be there: "pods/*" is',
      'manifest/invalid-value: webhooks[0].rules[0].resources[5] must not be there: "*/log" is',
      'manifest/invalid-value: webhooks[0].rules[0].resources must hold no other resource without a subresource where it holds "*"',
      'manifest/unsupported-value: webhooks[0].rules[0].scope must be *, Cluster or Namespaced, not "All"',
    ],
  ],
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a" }, rules: [{ operations: [CREATE], apiGroups: ["*", apps], apiVersions: [v1], resources: ["*/*", pods] }] }]',
    [
      'manifest/invalid-value: webhooks[0].rules[0].apiGroups must hold nothing else where it holds "*"',
      'manifest/invalid-value: webhooks[0].rules[0].resources must hold nothing else where it holds "*/*"',
    ],
  ],
  [
    `webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a" }, matchConditions: [{ name: a, expression: "request.name != 'x'" }, { name: a, expression: "1 +" }, { name: "a b", expression: " " }, { expression: "1" }] }]`,
    [
      'manifest/invalid-value: webhooks[0].matchConditions[1].expression must be a valid CEL expression: Unexpected token: EOF',
      'manifest/duplicate-value: webhooks[0].matchConditions[1].name must be unique, and "a" is there already',
      'manifest/missing-value: webhooks[0].matchConditions[2].expression must be set',
      'manifest/name: webhooks[0].matchConditions[2].name must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a b"',
      'manifest/invalid-value: webhooks[0].matchConditions[3].expression must give bool, not int',
      'manifest/missing-value: webhooks[0].matchConditions[3].name must be set',
    ],
  ],
]);

testObjects(policyRules, 'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration', [
  [
    'webhooks: [{ name: a.example.org, admissionReviewVersions: [v1], sideEffects: None, reinvocationPolicy: Always, clientConfig: { url: "https://a" } }]',
    ['manifest/unsupported-value: webhooks[0].reinvocationPolicy must be IfNeeded or Never, not "Always"'],
  ],
]);
