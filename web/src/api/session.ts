// What happens when the server no longer knows who is asking: whoever shows the sign-in dialog is
// told, the requests that met it wait, and go again afterwards.

export type SignInAgain = () => Promise<void>;

let signInAgain: SignInAgain | null = null;
let underWay: Promise<void> | null = null;
let renewed = 0;

// Without one, as before anybody signed in, a request is simply refused.
export function onSessionLost(handler: SignInAgain | null): void {
  signInAgain = handler;
}

// How often the session was renewed: a request from before the last time need not ask again.
export const renewals = () => renewed;

// Resolves once somebody has signed in; null when nobody can be asked.
export function waitForSignIn(since: number): Promise<void> | null {
  if (!signInAgain) return null;
  if (since < renewed) return Promise.resolve();
  underWay ??= signInAgain().then(() => {
    renewed += 1;
    underWay = null;
  });
  return underWay;
}
