/** Whether the server can be reached and knows the user; screens stay as they are while it cannot. */
export class Connection {
  isReached = $state(true);
  isAsking = $state(false);
  #answer: ((signedIn: boolean) => void) | undefined;
  #asked: Promise<boolean> | undefined;

  note(reached: boolean): void {
    this.isReached = reached;
  }

  /** Asks once, however many requests wait for the answer. */
  signInAgain(): Promise<boolean> {
    this.#asked ??= new Promise(resolve => {
      this.#answer = resolve;
      this.isAsking = true;
    });
    return this.#asked;
  }

  answered(signedIn: boolean): void {
    this.isAsking = false;
    this.#asked = undefined;
    this.#answer?.(signedIn);
  }
}
