// Package session is the interview without a screen: which question comes
// next, what was answered, what can be undone, and the draft on disk. The
// drawn screens and the plain prompts are two front ends of the same Session,
// so the same answers give the same result in both.
//
//	s := session.New(profile.New("shop"), store, "20261123-1204")
//	for !s.Done() {
//		v, err := session.Parse(s.Current(), readLine())
//		if err != nil {
//			continue // ask again
//		}
//		next, effect, err := s.Give(session.Given{ID: s.Current(), Value: v})
//		if err != nil {
//			continue
//		}
//		s = next.Did(effect, effect.Do()).Next()
//	}
//
// A session is a value: it can be kept, compared and passed on, and its methods
// touch no disk. What a change asks of the disk is returned as an Effect.
package session
