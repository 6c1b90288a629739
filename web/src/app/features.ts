// The only file that knows all features.
import type { Feature } from '~/platform/feature';

export const features: readonly Feature[] = [];
