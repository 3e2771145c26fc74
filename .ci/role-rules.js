/**
 * What may not be done with a role outside of the policies: compared, switched on, looked for in a list, looked up. Selectors of
 * `no-restricted-syntax`, and of `vue/no-restricted-syntax` for templates. A role is told by its name (`role`, `ownRole`) or by its value;
 * a value that is also a word for something else (ADVISER chooses who sees, AUTHORITY is a kind of organisation) only beside such a name.
 * To ask an ability for a role (`can.changeTo.includes(role)`) is how it is meant.
 */
const NAMED = 'Literal[value=/^(SCAC|SSI|ASSISTANT|TRANSLATOR|NGO_COORDINATOR|NGO_MEMBER)$/]';
const QUOTED = 'TemplateElement[value.raw=/^(SCAC|SSI|ASSISTANT|TRANSLATOR|NGO_COORDINATOR|NGO_MEMBER)$/]';
const ROLES = [String.raw`Identifier[name=/^role$|^[a-z]\w*Role$/]`, String.raw`MemberExpression[computed=false][property.name=/^role$|^[a-z]\w*Role$/]`, "MemberExpression[property.value='role']"];
/** What the compiler makes of `role!`, `role as string` and `member?.role`. */
const WRAPPED = ':matches(TSNonNullExpression, TSAsExpression, ChainExpression)';
const LOOKING = "CallExpression[callee.property.name=/^(includes|has|get|indexOf|lastIndexOf|hasOwn|is)$/]:not([callee.object.object.name='can'])";
const MATCHES = '/^(startsWith|endsWith|includes|match|search|localeCompare|charAt|slice)$/';

const roles = (before, place = '') => ROLES.flatMap((role) => [`${before}${role}${place}`, `${before}${WRAPPED}${place} > ${role}`]);

const said = (message) => (selectors) => selectors.map((selector) => ({ selector, message }));
const policyOnly = said('Roles are known to policies alone (`*.policy.ts`): ask what may be done (`thing.can.verb`), never who somebody is.');

/** Deciding by what a role is: by comparing, switching, looking for it in a list. */
export const DECIDING = policyOnly([
  ...[NAMED, `TemplateLiteral > ${QUOTED}`].flatMap((value) => [`BinaryExpression > ${value}`, `SwitchCase > ${value}`, `${LOOKING} > ${value}`, `ArrayExpression > ${value}`]),
  ...roles(`BinaryExpression[operator=/^([!=]=|in$)/]:has(> Literal) > `), ...roles('BinaryExpression[operator="in"] > '), ...roles('SwitchStatement > '),
  ...roles(`${LOOKING} > `), ...roles(`MemberExpression[property.name=${MATCHES}] > `, '.object'),
]);

/** The same in the client, which has no reason to compare two roles either, nor to look one up or give it another name. */
export const CLIENT = [...DECIDING, ...policyOnly([
  ...roles('BinaryExpression[operator=/^[!=]=/] > '), ...roles('MemberExpression[computed=true] > ', '.property'),
  "ObjectPattern > Property[key.name='role'][shorthand=false]", 'ObjectExpression > Property[key.name=/^(SCAC|SSI|ASSISTANT|TRANSLATOR|NGO_COORDINATOR|NGO_MEMBER)$/]',
])];

/** Reading the role of something in a script of the client at all: what shows its name takes it apart, or is a template. */
export const READING = policyOnly(["MemberExpression[computed=false][property.name='role']", "MemberExpression[property.value='role']"]);
