import classes from './Chart.module.css';

const width = 74;
const height = 22;

// The run of a value, without axes: the number beside it says what it is.
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  // What hardly changes looks like it.
  const range = Math.max(high - low, Math.abs(high) / 4) || 1;
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * width;
    const y = height - 2 - ((value - low) / range) * (height - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg className={classes.spark} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      <polygon
        className={classes.sparkFill}
        points={`0,${height} ${points.join(' ')} ${width},${height}`}
      />
      <polyline className={classes.sparkLine} points={points.join(' ')} />
    </svg>
  );
}
