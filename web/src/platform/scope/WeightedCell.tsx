// A cell of a table of `tables.cells`: the more of all it holds, the stronger its colour. It opens what is in it.
import type { ReactNode } from 'react';

export interface WeightedCellProps {
  // Its part of the fullest, 0 to 1.
  weight: number;
  isOpen: boolean;
  // What a click does.
  title: string;
  onOpen: () => void;
  children: ReactNode;
}

export function WeightedCell({ weight, isOpen, title, onOpen, children }: WeightedCellProps) {
  return (
    <td style={{ '--weight': weight } as React.CSSProperties}>
      <button type="button" aria-pressed={isOpen} title={title} onClick={onOpen}>
        {children}
      </button>
    </td>
  );
}
