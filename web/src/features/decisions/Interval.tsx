// A range on a scale that it shares with others, with where nothing is gained. The words beside it say the same.
import classes from './decisions.module.css';

export interface Range {
  low: number;
  high: number;
  value?: number | undefined;
}

export interface Scale {
  from: number;
  to: number;
}

// Wide enough for all of them and for zero.
export const scaleOf = (ranges: readonly Range[]): Scale => ({
  from: Math.min(0, ...ranges.map(({ low }) => low)),
  to: Math.max(0, ...ranges.map(({ high }) => high)),
});

export function Interval({ range, scale }: { range: Range; scale: Scale }) {
  const width = scale.to - scale.from || 1;
  const at = (value: number) => `${((value - scale.from) / width) * 100}%`;
  const surely = range.low > 0 ? classes.gains : range.high < 0 ? classes.loses : '';
  return (
    <span className={classes.scale} aria-hidden>
      <i className={classes.zero} style={{ insetInlineStart: at(0) }} />
      <i
        className={`${classes.range} ${surely}`}
        style={{ insetInlineStart: at(range.low), width: at(scale.from + range.high - range.low) }}
      />
      {range.value !== undefined && (
        <i className={classes.point} style={{ insetInlineStart: at(range.value) }} />
      )}
    </span>
  );
}
