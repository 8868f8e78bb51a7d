// Package session is the interview without a screen: which question comes
// next, what was answered, what can be undone, and the draft on disk. The
// drawn screens and the plain prompts are two front ends of the same Session,
// so the same answers give the same result in both.
//
//	s := session.New(profile.New("shop"), store, "20261123-1204")
//	for !s.Done() {
//		id := s.Current()
//		fmt.Println(id.Field().Prompt)
//		if err := s.AnswerText(readLine()); err == nil {
//			s.Next()
//		}
//	}
//
// A session is not safe for concurrent use; hand clones of its profile to
// anything that runs beside it.
package session
