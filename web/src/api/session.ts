// What happens when the server no longer knows who is asking: whoever shows the sign-in dialog is
// told, the requests that met it wait, and go again afterwards.

export type SignInAgain = () => Promise<void>;

let signInAgain: SignInAgain | null = null;
let underWay: Promise<void> | null = null;

// Without one, as before anybody signed in, a request is simply refused.
export function onSessionLost(handler: SignInAgain | null): void {
  signInAgain = handler;
}

export function waitForSignIn(): Promise<void> | null {
  if (!signInAgain) return null;
  underWay ??= signInAgain().finally(() => {
    underWay = null;
  });
  return underWay;
}
