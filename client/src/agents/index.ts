export { default as AgentBinding } from './AgentBinding.vue';
export { default as AgentNotice } from './AgentNotice.vue';
export { default as AgentSignIn } from './AgentSignIn.vue';
