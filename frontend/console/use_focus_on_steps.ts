import { useEffect } from "preact/hooks";

const ONE_STEP_AT_A_TIME = "(width < 640px)";

/** Where only one column fits, the focus goes along with the step; beside each other it stays. */
export function useFocusOnSteps(openId: string | undefined, showsContact: boolean): void {
  useEffect(() => {
    if (!openId || !matchMedia(ONE_STEP_AT_A_TIME).matches) return;
    const step = showsContact ? ".panel" : ".dialogue";
    document.querySelector<HTMLElement>(`${step} h2, ${step} .step-back`)?.focus();
  }, [openId, showsContact]);
}
