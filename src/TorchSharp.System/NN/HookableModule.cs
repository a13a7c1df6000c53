namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls hooks before and after its forward pass.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            protected Dictionary<string, TPreHook> pre_hooks = [];
            protected Dictionary<string, TPostHook> post_hooks = [];
            protected Dictionary<string, Action<Module>> module_pre_hooks = [];
            protected Dictionary<string, Action<Module>> module_post_hooks = [];

            protected HookableModule(string name) : base(name) { }

            /// <summary>The hook sees the inputs and the result, and may return another result.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(post_hooks, hook);

            /// <summary>The hook sees the inputs, and may return others.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(pre_hooks, hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Register(module_post_hooks, hook);
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(module_pre_hooks, hook);

            private protected bool HasPreHooks => pre_hooks.Count + module_pre_hooks.Count > 0;
            private protected bool HasPostHooks => post_hooks.Count + module_post_hooks.Count > 0;

            private protected void CallModulePreHooks()
            {
                foreach (var hook in module_pre_hooks.Values) hook(this);
            }

            private protected void CallModulePostHooks()
            {
                foreach (var hook in module_post_hooks.Values) hook(this);
            }

            private HookRemover Register<THook>(Dictionary<string, THook> hooks, THook hook)
            {
                var key = Guid.NewGuid().ToString();
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook out again.</summary>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                public void remove()
                {
                    module.pre_hooks.Remove(key);
                    module.post_hooks.Remove(key);
                    module.module_pre_hooks.Remove(key);
                    module.module_post_hooks.Remove(key);
                }
            }
        }
    }
}
