// How dark a cell is: the more of the whole, the darker.
import type { CSSProperties } from 'react';

export const weightOf = (share: number) => ({ '--weight': share }) as CSSProperties;
