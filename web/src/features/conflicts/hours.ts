// Opening hours as a conflict tells them, "1-5 09:00-17:00, 6 10:00-16:00", in words. Pure.
export function hoursInWords(hours: string, dayName: (weekday: number) => string): string {
  return hours
    .split(', ')
    .map((part) =>
      part.replace(/^(\d)(?:-(\d))? /, (_, from: string, to: string | undefined) => {
        const first = dayName(Number(from));
        return to === undefined ? `${first} ` : `${first}–${dayName(Number(to))} `;
      }),
    )
    .join(', ');
}
