// The edge of a column head that drags the column wider.
import { useRef, useState } from 'react';
import { clampWidth } from './useColumns';
import classes from './Grid.module.css';

export interface ResizeHandleProps {
  width: number;
  onResize: (width: number) => void;
}

export function ResizeHandle({ width, onResize }: ResizeHandleProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const widthAt = (x: number) =>
    start.current ? clampWidth(start.current.width + x - start.current.x) : width;
  return (
    <span
      aria-hidden
      className={`${classes.resize} ${dragging ? classes.resizing : ''}`}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
        setDragging(true);
      }}
      onPointerMove={(event) => {
        if (start.current) onResize(widthAt(event.clientX));
      }}
      onPointerUp={(event) => {
        if (start.current) onResize(widthAt(event.clientX));
        start.current = null;
        setDragging(false);
      }}
    />
  );
}
