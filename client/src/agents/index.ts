export { default as AgentBinding } from './AgentBinding.vue';
export { default as AgentSignIn } from './AgentSignIn.vue';
