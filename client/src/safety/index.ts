export { useLocalHotlines, type Verified, verifiedHotlines } from './hotlines.ts';
export { default as PhoneLink } from './PhoneLink.vue';
export { default as SafetyStrip } from './SafetyStrip.vue';
