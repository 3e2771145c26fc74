import { defineConfig } from 'vitest/config';

/** A test that reads all that the product says takes a second or two, and longer where the machine has much else to do. */
export default defineConfig({ test: { testTimeout: 30_000 } });
